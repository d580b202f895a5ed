import type { Feature } from "#app";

export const meaningsFeature: Feature = {
  name: "meanings",
  owns: { "app.value_meanings": "import.read_report" },
};
