import type { Feature } from "#app";

export const auditFeature: Feature = {
  name: "audit",
  owns: {
    "audit.entries": "audit.read",
    "audit.accesses": "access_log.subject.read",
  },
};
