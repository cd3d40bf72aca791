//! What an SVG may contain: shapes, text, gradients, clipping and filters. Nothing that runs, moves, links or loads.

/// Namespaces of drawing programs and of descriptions, whose elements and attributes are left out without a word: they are not drawn.
const LEFT_BY_EDITORS: [&str; 14] = [
    "http://www.inkscape.org/namespaces/",
    "http://sodipodi.sourceforge.net/",
    "http://inkscape.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    "http://creativecommons.org/ns",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
    "http://www.figma.com/",
    "http://vectornator.io",
    "http://www.openswatchbook.org/",
    "http://krita.org/",
];

/// Elements. `metadata` is left out with all in it.
const ELEMENTS: &str = "\
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix \
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur \
    feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g line \
    linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg symbol text textPath title \
    tspan use";

/// Attributes that are no properties of style.
const ATTRIBUTES: &str = "\
    amplitude aria-describedby aria-hidden aria-label aria-labelledby azimuth baseFrequency bias class clipPathUnits cx cy \
    d diffuseConstant divisor dx dy edgeMode elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height \
    id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight \
    markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient pathLength \
    patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits r radius refX refY result role rotate rx ry scale seed slope spacing \
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale tableValues targetX \
    targetY textLength type values viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector";

/// Properties, in a `style` or as attributes of their own. Not among them: `unicode-bidi`, which can show digits in another order, and
/// whatever loads, moves or reacts.
const PROPERTIES: &str = "\
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters \
    color-rendering direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color \
    flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style \
    font-variant font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures \
    font-variant-numeric font-variant-position font-variation-settings font-weight image-rendering isolation letter-spacing \
    lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow \
    paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap \
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration \
    text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-rendering \
    text-transform transform transform-box transform-origin vector-effect visibility white-space word-spacing writing-mode";

/// Attributes that old programs write and no browser reads.
const WITHOUT_EFFECT: [&str; 5] = [
    "baseProfile",
    "contentScriptType",
    "contentStyleType",
    "version",
    "zoomAndPan",
];

pub(super) fn is_left_by_editors(namespace: &str) -> bool {
    LEFT_BY_EDITORS.iter().any(|n| namespace.starts_with(n))
}

pub(super) fn is_element(name: &str) -> bool {
    is_listed(ELEMENTS, name)
}

pub(super) fn is_attribute(name: &str) -> bool {
    is_listed(ATTRIBUTES, name)
}

pub(super) fn is_property(name: &str) -> bool {
    is_listed(PROPERTIES, name)
}

/// Whether the property is left out without a word: those for one program, and those for what no browser draws.
pub(super) fn is_property_of_editors(name: &str) -> bool {
    let begins = ["-", "solid-", "shape-", "glyph-orientation-"];
    matches!(name, "block-progression" | "inline-size" | "kerning")
        || begins.iter().any(|begin| name.starts_with(begin))
}

/// The elements, for suggestions.
pub(super) fn elements() -> impl Iterator<Item = &'static str> {
    ELEMENTS.split_ascii_whitespace()
}

fn is_listed(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == name)
}

/// Whether the attribute is left out without a word.
pub(super) fn is_without_effect(name: &str) -> bool {
    WITHOUT_EFFECT.contains(&name) || name.starts_with("data-")
}
