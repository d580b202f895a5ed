import type { Feature } from "#app";

export const claimLettersFeature: Feature = { name: "claim-letters", owns: {}, gives: [] };
