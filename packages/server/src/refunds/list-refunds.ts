import { type RefundState, refundState } from "@tuwai/domain/refunds";
import { maskOf } from "#access";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { seenFields, type ShownPerson, showPerson } from "#people";
import { pageOf, type PageOf, read, type Step } from "#use-case";
import { listRefundRows, type RefundRow, type RefundSum, sumRefunds } from "./refund-list.view.ts";

export type ShownRefund = Omit<RefundRow, "code" | "fullName" | "villageCode"> & {
  readonly person: ShownPerson;
  readonly state: RefundState;
};

export type RefundPage = PageOf<ShownRefund> & { readonly sums: readonly RefundSum[] };

type Asked = { readonly state?: RefundState; readonly page?: number };

/** Money that bought no cover and where it stands, the oldest first. */
export const listRefunds = read(
  { purpose: "refund-list", permission: "refund.read" },
  async (step, { state, page }: Asked | undefined = {}): Promise<RefundPage> => {
    const sums = await sumRefunds(step.tx, step.actor.regionCode);
    const total = sums.reduce(
      (all, one) => (state === undefined || one.state === state ? all + one.lines : all),
      0,
    );
    const found = await pageOf(
      { page, size: 100 },
      async () => total,
      (part) => rowsOf(step, state, part),
    );
    return { ...found, sums };
  },
);

async function rowsOf(step: Step, state: RefundState | undefined, part: { limit: number; offset: number }) {
  const { role, regionCode } = step.actor;
  const names = maskOf(role, "full_name") !== null;
  const rows = await listRefundRows(step.tx, { regionCode, state: state ?? null, names }, part);
  await step.seen({
    personIds: [...new Set(rows.map(({ personId }) => personId))],
    fields: seenFields(role, ["worker_code", "full_name", "village"]),
  });
  return rows.map(({ code, fullName, villageCode, ...row }) => ({
    ...row,
    person: showPerson(role, { code, fullName, villageCode }),
    state: refundState(row),
  }));
}

/** What the columns are called is the page's to say. */
type Words = ListWords<ShownRefund>;

const mostRows = 50_000;

/** All lines as a file, as the reader may see them. */
export const exportRefunds = read(
  { purpose: "export:refunds", permission: "refund.read" },
  async (
    step,
    { format, words }: { readonly format: ExportFormat; readonly words: Words },
  ): Promise<ExportedFile> => {
    const lines = await rowsOf(step, undefined, { limit: mostRows, offset: 0 });
    const code = newExportCode();
    const details = { rows: lines.length, format };
    await step.audit({ action: "refund.export", objectType: "export", objectId: code, details });
    return writeList(lines, { code, format, words, writtenAt: step.now });
  },
);
