import type { Feature } from "#app";

export const databaseFeature: Feature = {
  name: "database",
  owns: {
    "app.operations": "own",
  },
};
