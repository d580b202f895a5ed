import type { Feature } from "#app";

export const draftsFeature: Feature = { name: "drafts", owns: {}, gives: [] };
