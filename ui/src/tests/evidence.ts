/** Made-up pieces for the tests. */
import type { EvidenceView } from "$lib/bindings/EvidenceView";
import type { Gallery } from "$lib/bindings/Gallery";

let made = 0;
export function piece(has: Partial<EvidenceView>): EvidenceView {
  made += 1;
  return {
    id: `piece${made}`,
    incident: null,
    name: `IMG_${made}.jpg`,
    type: "image/jpeg",
    family: "image",
    size: 1000 * made,
    sha256: String(made).padStart(64, "0"),
    recorded: { at: "2026-11-20T10:00:00+01:00", zone: "Europe/Amsterdam", seq: made },
    arrival: "picked",
    put_in: null,
    thumbnail: [256, 192],
    dimensions: [4000, 3000],
    claims: {},
    notes: [],
    caption: "",
    transcript: "",
    withdrawn: null,
    history: [],
    ...has,
  };
}

export const gallery = (pieces: EvidenceView[], has: Partial<Gallery> = {}): Gallery => ({
  pieces,
  incidents: {},
  documents: [],
  ...has,
});
