import { AppError, isAppError, isUuid } from "@tuwai/server/app";
import { type DraftLine, evaluateCommitment, listEvaluations } from "@tuwai/server/commitments";
import { data, redirect } from "react-router";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import {
  Button,
  Card,
  Choices,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
  Table,
  TextField,
} from "#ui";
import type { Route } from "./+types/evaluations.page";
import { ClockLine } from "./clock-line.tsx";
import { CommitmentTabs } from "./commitment-tabs.tsx";
import { seenTabs } from "./seen-tabs.ts";
import { readYear } from "./read-year.ts";

export const handle: Handle = { access: "village_commitment.evaluate" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(commitmentTexts[languageOf(location.pathname)].evaluation.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { searchParams } = new URL(request.url);
  const year = readYear(searchParams, app);
  const found = await listEvaluations(app, actor, { year });
  return {
    ...found,
    lines: found.lines.map(({ village, ...line }) => ({
      ...line,
      village: { code: village.villageCode, name: village.name },
    })),
    chosen: searchParams.get("baris") ?? "",
    operation: app.newId(),
    tabs: seenTabs(actor),
  };
}

const fieldOf: Readonly<Record<string, string>> = {
  "evidence-missing": "nomor",
  "reason-missing": "alasan",
  day: "tanggal",
};

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = commitmentTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const commitmentId = formText(form, "komitmen");
  if (!isUuid(commitmentId)) throw new AppError("not-found");
  const typed = { hasil: formText(form, "hasil"), alasan: formText(form, "alasan"), nomor: formText(form, "nomor"), tanggal: formText(form, "tanggal") }; // prettier-ignore
  const refuse = (errors: FormErrors) => data({ errors, typed }, 422);
  if (typed.hasil !== "sesuai" && typed.hasil !== "perbaiki") return refuse({ hasil: t.evaluation.choose });
  try {
    const answer = await evaluateCommitment(app, actor, {
      operationId: readOperationId(form, app),
      commitmentId,
      version: Number(formText(form, "versi")),
      fits: typed.hasil === "sesuai",
      reason: typed.alasan,
      paperNumber: typed.nomor,
      paperOn: typed.tanggal,
    });
    if (answer.outcome === "not-evaluator") return refuse({ "": t.evaluation.notEvaluator });
    if (answer.outcome === "refused")
      return refuse(
        Object.fromEntries(
          answer.reasons.map((reason) => [fieldOf[reason] ?? "hasil", t.village.errors[reason]]),
        ),
      );
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return refuse({ "": t.village.errors.stale });
    throw error;
  }
  throw redirect(localPath(language, "/anggaran/komitmen/evaluasi") + search, {
    status: 303,
    headers: flash("ok", t.evaluation.saved),
  });
}

export default function EvaluationsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const texts = useTexts(commitmentTexts);
  const t = texts.evaluation;
  const language = useLanguage();
  const chosen = page.isMine ? page.lines.find(({ commitment }) => commitment.id === page.chosen) : undefined;
  const number = (n: number) => formatNumber(language, n);
  const short = page.lines.filter((line) => line.short > 0).length;
  return (
    <Page
      title={`${t.title} ${page.year}`}
      lead={page.lines.length === 0 ? t.leadNone : t.lead(number(page.lines.length), number(short))}
    >
      <CommitmentTabs here="evaluation" seen={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      <Notice tone={page.isEvaluatorKnown ? "info" : "warn"}>
        <p>
          {t.who[page.evaluator]} {!page.isMine && t.notYours} {t.silence}
        </p>
        {!page.isEvaluatorKnown && <p className="small">{t.unknownWho}</p>}
        <p className="small">{t.article}</p>
      </Notice>
      {page.lines.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {chosen !== undefined && (
        <Card title={`${chosen.village.name}: ${texts.groups[chosen.group]}`} id="hasil-evaluasi">
          <p>
            {t.found(
              formatRupiah(language, chosen.commitment.promised),
              formatRupiah(language, chosen.short),
            )}
          </p>
          <VerdictForm line={chosen} refused={actionData ?? null} operation={page.operation} />
        </Card>
      )}
      {page.lines.length > 0 && <DraftTable page={page} />}
    </Page>
  );
}

type Line = Omit<DraftLine, "village"> & {
  readonly village: { readonly code: string; readonly name: string };
};

function DraftTable({
  page: { lines, year, isMine },
}: {
  readonly page: Route.ComponentProps["loaderData"];
}) {
  const t = useTexts(commitmentTexts);
  const e = t.evaluation;
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number) => formatRupiah(language, n);
  const nameOf = ({ village, group }: Line) => `${village.name}: ${t.groups[group]}`;
  const hrefOf = ({ village, group }: Line) =>
    to(`/anggaran/komitmen/${village.code}/langkah/${group}?tahun=${year}`);
  return (
    <Table
      caption={e.caption}
      rows={lines}
      keyOf={({ commitment }) => commitment.id}
      columns={[
        { key: "line", head: e.line, cell: (line) => <a href={hrefOf(line)}>{nameOf(line)}</a> },
        {
          key: "promised",
          head: e.facts.promised,
          number: true,
          cell: ({ commitment }) => rupiah(commitment.promised),
        },
        {
          key: "drafted",
          head: e.facts.drafted,
          number: true,
          cell: ({ drafted }) => (drafted === null ? e.noLine : rupiah(drafted)),
        },
        {
          key: "reported",
          head: e.facts.reported,
          cell: (line) => <Reported line={line} />,
        },
        { key: "short", head: e.facts.short, number: true, cell: ({ short }) => rupiah(short) },
        { key: "plan", head: e.facts.plan, cell: ({ isInPlan }) => (isInPlan ? e.inPlan : e.notInPlan) },
        { key: "days", head: e.facts.days, phone: "wide", cell: ({ clock }) => <ClockLine clock={clock} /> },
        ...(isMine
          ? [
              {
                key: "decide",
                head: e.verdict,
                phone: "wide" as const,
                cell: (line: Line) => (
                  <a href={`?tahun=${year}&baris=${line.commitment.id}#hasil-evaluasi`}>
                    {e.open}
                    <span className="hidden-visually">: {nameOf(line)}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What the exported report has of a line, and the way there. */
function Reported({ line: { reported, village } }: { readonly line: Line }) {
  const e = useTexts(commitmentTexts).evaluation;
  const language = useLanguage();
  const to = useLocalPath();
  if (reported === null) return e.noReport;
  const { initial, changed, reportId } = reported;
  const rupiah = (n: number | null) => formatRupiah(language, n ?? 0);
  const one = initial === null ? e.noLine : rupiah(initial);
  return (
    <a href={to(`/anggaran/komitmen/${village.code}/laporan/${reportId}`)}>
      {changed === null ? one : e.reportedOf(rupiah(initial), rupiah(changed))}
    </a>
  );
}

type VerdictProps = {
  readonly line: Line;
  readonly refused: { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> } | null;
  readonly operation: string;
};

function VerdictForm({ line, refused, operation }: VerdictProps) {
  const t = useTexts(commitmentTexts);
  const e = t.evaluation;
  const { errors = {}, typed = {} } = refused ?? {};

  return (
    <form method="post" className="form" noValidate>
      <OperationField id={operation} />
      <input type="hidden" name="komitmen" value={line.commitment.id} />
      <input type="hidden" name="versi" value={line.commitment.version} />
      <Choices
        name="hasil"
        label={e.verdict}
        value={typed["hasil"]}
        error={errors["hasil"]}
        options={[
          { value: "sesuai", label: e.fits },
          { value: "perbaiki", label: e.mend },
        ]}
      />
      <TextField
        name="alasan"
        label={e.reason}
        hint={e.reasonHint}
        defaultValue={typed["alasan"] ?? ""}
        error={errors["alasan"]}
      />
      <TextField name="nomor" label={e.number} defaultValue={typed["nomor"] ?? ""} error={errors["nomor"]} />
      <TextField
        name="tanggal"
        label={e.on}
        type="date"
        width="middle"
        defaultValue={typed["tanggal"] ?? ""}
        error={errors["tanggal"]}
      />
      <div>
        <Button look="plain">{e.save}</Button>
      </div>
    </form>
  );
}
