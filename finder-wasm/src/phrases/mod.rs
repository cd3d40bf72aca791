//! What the widget says about a service and a place: records and answers in, sentences out. Nothing here
//! knows a browser, so all of it is tested natively.

pub mod distance;
pub mod opening;
pub mod place;
pub mod record;
