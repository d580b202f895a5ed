import type { Feature } from "#ground";

export const databaseFeature: Feature = {
  name: "database",
  owns: {
    "app.operations": "own",
  },
};
