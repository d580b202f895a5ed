import { readProof } from "#sponsors";
import { taskSources } from "#tasks";
import { listCertificates } from "./certificate.store.ts";

/** BPJS has received a first contribution of the sponsor's own, who has no certificate yet, not even one that ended. */
export const certificateTasks = taskSources({
  code: "issue-certificate",
  target: "my-certificate",
  urgency: 155,
  permission: "certificate.read",
  count: async (step) => {
    const { civilServantId } = step.area;
    if (civilServantId === null || (await listCertificates(step.tx, civilServantId)).length > 0) return 0;
    return (await readProof(step)).own.months > 0 ? 1 : 0;
  },
});
