import type { Feature } from "#app";

export const peopleFeature: Feature = {
  name: "people",
  owns: {
    "app.persons": "worker.list",
    "app.person_records": "worker.list",
    "app.source_records": "import.read_report",
  },
};
