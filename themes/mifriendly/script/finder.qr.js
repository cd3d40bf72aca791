// A QR code (ISO/IEC 18004) of a text: byte mode, level M, versions 1 to 10. Gives "side path": the number of modules of a
// side with its margin of four, and an SVG path of the dark ones; nothing for a text that is too long.
function qr(text) {
  const ECC = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
  const bytes = Array.from(new TextEncoder().encode(text));
  const capacity = function (version) {
    const aligns = version < 2 ? 0 : Math.floor(version / 7) + 2;
    const modules = (16 * version + 128) * version + 64 - (aligns ? (25 * aligns - 10) * aligns - 55 : 0) - (version < 7 ? 0 : 36);
    return modules >> 3;
  };
  const room = function (version) { return capacity(version) - ECC[version - 1] * BLOCKS[version - 1]; };
  let version = 1;
  // Four bits say the mode, eight (from version 10 on sixteen) the length.
  while (version <= 10 && room(version) < bytes.length + (version < 10 ? 2 : 3)) version += 1;
  if (version > 10) return '';

  // The data, padded, in whole bytes: the mode's four bits shift all by half a byte.
  const half = [4].concat(version < 10 ? [] : [bytes.length >> 12, (bytes.length >> 8) & 15], [(bytes.length >> 4) & 15, bytes.length & 15]);
  bytes.forEach(function (byte) { half.push(byte >> 4, byte & 15); });
  half.push(0);
  const data = [];
  for (let at = 0; at < half.length; at += 2) data.push(half[at] << 4 | half[at + 1]);
  for (let pad = 0xEC; data.length < room(version); pad ^= 0xEC ^ 0x11) data.push(pad);

  // Reed-Solomon remainders over GF(256), block by block, then all interleaved.
  const multiply = function (a, b) {
    let product = 0;
    for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((b >> bit) & 1) * a);
    return product;
  };
  const degree = ECC[version - 1];
  let divisor = [1];
  for (let at = 0, root = 1; at < degree; at += 1, root = multiply(root, 2)) {
    const next = divisor.concat(0);
    divisor.forEach(function (factor, place) { next[place + 1] ^= multiply(factor, root); });
    divisor = next;
  }
  const count = BLOCKS[version - 1];
  const blocks = [];
  for (let block = 0, from = 0; block < count; block += 1) {
    const length = Math.floor(data.length / count) + (block < count - data.length % count ? 0 : 1);
    const own = data.slice(from, from += length);
    let rest = new Array(degree).fill(0);
    own.forEach(function (byte) {
      const factor = byte ^ rest[0];
      rest = rest.slice(1).concat(0).map(function (value, at) { return value ^ multiply(divisor[at + 1], factor); });
    });
    blocks.push([own, rest]);
  }
  const stream = [];
  [0, 1].forEach(function (part) {
    for (let at = 0; at < data.length; at += 1) {
      blocks.forEach(function (block) { if (at < block[part].length) stream.push(block[part][at]); });
    }
  });

  // The patterns that never change: undefined is still free.
  const side = version * 4 + 17;
  const grid = Array.from({ length: side }, function () { return new Array(side); });
  const square = function (x, y, reach, dark) {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const row = grid[y + dy];
        if (row && x + dx >= 0 && x + dx < side) row[x + dx] = dark(Math.max(Math.abs(dx), Math.abs(dy)));
      }
    }
  };
  for (let at = 0; at < side; at += 1) grid[6][at] = grid[at][6] = at % 2 === 0;
  const places = [6];
  const aligns = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + aligns * 3 + 5) / (aligns * 4 - 4)) * 2;
  for (let at = side - 7; places.length < aligns; at -= step) places.splice(1, 0, at);
  places.forEach(function (x, i) {
    places.forEach(function (y, j) {
      const corner = (i === 0 && j === 0) || (i === 0 && j === aligns - 1) || (i === aligns - 1 && j === 0);
      if (aligns && !corner) square(x, y, 2, function (away) { return away !== 1; });
    });
  });
  [[3, 3], [side - 4, 3], [3, side - 4]].forEach(function (at) {
    square(at[0], at[1], 4, function (away) { return away !== 2 && away !== 4; });
  });
  const remainder = function (value, length, polynomial) {
    let rest = value;
    for (let at = 0; at < length; at += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * polynomial);
    return value << length | rest;
  };
  if (version > 6) {
    const bits = remainder(version, 12, 0x1F25);
    for (let at = 0; at < 18; at += 1) {
      const near = Math.floor(at / 3);
      const far = side - 11 + at % 3;
      grid[near][far] = grid[far][near] = ((bits >> at) & 1) === 1;
    }
  }
  // Level M and the pattern of the mask, twice.
  const format = function (mask, into) {
    const bits = remainder(mask, 10, 0x537) ^ 0x5412;
    for (let at = 0; at < 15; at += 1) {
      const dark = ((bits >> at) & 1) === 1;
      into[at < 6 ? at : at < 8 ? at + 1 : side - 15 + at][8] = dark;
      into[8][at < 8 ? side - 1 - at : at < 9 ? 7 : 14 - at] = dark;
    }
    into[side - 8][8] = true;
  };
  format(0, grid);

  // The data in the places that are left, in pairs of columns from the right, up and down in turn.
  const masks = [
    function (x, y) { return (x + y) % 2; }, function (x, y) { return y % 2; }, function (x) { return x % 3; },
    function (x, y) { return (x + y) % 3; }, function (x, y) { return (Math.floor(x / 3) + Math.floor(y / 2)) % 2; },
    function (x, y) { return (x * y) % 2 + (x * y) % 3; }, function (x, y) { return ((x * y) % 2 + (x * y) % 3) % 2; },
    function (x, y) { return ((x + y) % 2 + (x * y) % 3) % 2; },
  ];
  const filled = function (mask) {
    const out = grid.map(function (row) { return row.slice(); });
    let bit = 0;
    for (let right = side - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let line = 0; line < side; line += 1) {
        const y = ((right + 1) & 2) === 0 ? side - 1 - line : line;
        [right, right - 1].forEach(function (x) {
          if (out[y][x] !== undefined) return;
          out[y][x] = (((stream[bit >> 3] >> (7 - (bit & 7))) & 1) === 1) !== (masks[mask](x, y) === 0);
          bit += 1;
        });
      }
    }
    format(mask, out);
    return out;
  };
  // Of the masks the one with the fewest long runs, whole squares and too much of one shade.
  const penalty = function (out) {
    let sum = 0;
    let dark = 0;
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        if (out[y][x]) dark += 1;
        if (x > 1 && out[y][x] === out[y][x - 1] && out[y][x] === out[y][x - 2]) sum += 1;
        if (y > 1 && out[y][x] === out[y - 1][x] && out[y][x] === out[y - 2][x]) sum += 1;
        if (x && y && out[y][x] === out[y][x - 1] && out[y][x] === out[y - 1][x] && out[y][x] === out[y - 1][x - 1]) sum += 3;
      }
    }
    return sum + Math.abs(dark * 20 / (side * side) - 10) * 10;
  };
  const drawn = masks.map(function (_, mask) { return filled(mask); });
  const weights = drawn.map(penalty);
  const best = drawn[weights.indexOf(Math.min.apply(null, weights))];
  let path = '';
  best.forEach(function (row, y) {
    row.forEach(function (dark, x) { if (dark) path += 'M' + (x + 4) + ' ' + (y + 4) + 'h1v1h-1z'; });
  });
  return side + 8 + ' ' + path;
}
