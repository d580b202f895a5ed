import type { Feature } from "#app";

export const budgetUseFeature: Feature = { name: "budget-use", owns: {}, gives: [] };
