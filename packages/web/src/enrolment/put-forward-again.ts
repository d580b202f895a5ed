import { AppError, type Actor, type App } from "@tuwai/server/app";
import { enrolAgain, type EnrolAgainOutcome } from "@tuwai/server/enrolment";
import { formText, readIds, readOperationId } from "#shell";

type Refusal = Extract<EnrolAgainOutcome, { outcome: "refused" }>["reasons"][number];

/** Puts the rejected worker of a sent form forward again; answers with what speaks against it, or nothing. */
export async function putForwardAgain(app: App, actor: Actor, form: FormData): Promise<readonly Refusal[]> {
  const [enrolmentId] = readIds(form, "pendaftaran");
  if (enrolmentId === undefined) throw new AppError("not-found", { object: "enrolment" });
  const version = Number(formText(form, "versi"));
  const operationId = readOperationId(form, app);
  const answer = await enrolAgain(app, actor, { operationId, enrolmentId, version });
  return answer.outcome === "refused" ? answer.reasons : [];
}
