//! What can be written down: the domain, as plain data.
//!
//! Everything here is serialised as JSON, into the vault and for the interface alike. Unknown fields that
//! a newer version wrote are kept in `extra` and survive being amended by this one.

mod change;
mod evidence;
mod id;
mod incident;
mod kind;
mod limits;
mod moment;
mod people;
mod when;

pub use change::{Change, ChangeBody};
pub use evidence::{Arrival, BlobAddress, Claims, Evidence, Family, Note, PutIn, Thumbnail};
pub use id::{ContactId, EvidenceId, IncidentId, MeasureId, MomentId};
pub use incident::{Coordinates, Effect, HowKnown, Incident, Link, Report, Who, Witness};
pub use kind::Kind;
pub use limits::{Invalid, MAX_LINKS, MAX_LIST, MAX_TEXT};
pub use moment::ContactMoment;
pub use people::{Contact, Measure};
pub use when::When;

pub(crate) use limits::{Check, YEARS};
