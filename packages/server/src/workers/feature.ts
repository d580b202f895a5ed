import type { Feature } from "#app";

export const workersFeature: Feature = {
  name: "workers",
  owns: { "app.unmaskings": "own" },
};
