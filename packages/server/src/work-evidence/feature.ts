import type { Feature } from "#app";

export const workEvidenceFeature: Feature = {
  name: "work-evidence",
  owns: { "app.work_evidence": "worker.evidence.read" },
};
