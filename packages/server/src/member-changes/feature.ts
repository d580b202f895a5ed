import type { Feature } from "#app";

export const memberChangesFeature: Feature = { name: "member-changes", owns: {}, gives: [] };
