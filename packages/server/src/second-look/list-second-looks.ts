import { type JudgedPerson, judgedPersonFields, showJudgedPerson } from "#eligibility";
import { type PageOf, pageOf, read } from "#use-case";
import { countAsked, listAsked } from "./asked-person.view.ts";

export type AskedLook = { readonly person: JudgedPerson; readonly occupation: string };

/** People under 18 in dangerous work whom nobody has looked at yet. */
export const listSecondLooks = read(
  { purpose: "second-looks", permission: "worker.second_look.decide" },
  async (step, { page }: { readonly page?: number } | undefined = {}): Promise<PageOf<AskedLook>> => {
    const { tx, area, actor, today } = step;
    const found = await pageOf(
      { page, size: 25 },
      () => countAsked(tx, area),
      (part) => listAsked(tx, area, part),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: judgedPersonFields(actor.role),
    });
    return {
      ...found,
      rows: found.rows.map((row) => ({
        person: showJudgedPerson(actor.role, row, today),
        occupation: row.occupationText ?? "",
      })),
    };
  },
);
