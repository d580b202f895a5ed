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
  ButtonLink,
  Card,
  Choices,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
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
  const refuse = (errors: FormErrors) => data({ errors, of: commitmentId, typed }, 422);
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
  const t = useTexts(commitmentTexts).evaluation;
  const language = useLanguage();
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
      {page.lines.map((line) => (
        <DraftCard
          key={line.commitment.id}
          line={line}
          year={page.year}
          decide={decideOf(page, line.commitment.id)}
          refused={actionData?.of === line.commitment.id ? actionData : null}
        />
      ))}
    </Page>
  );
}

type Decide = { readonly href: string } | { readonly operation: string } | null;

/** One form at a time: the line that the address names has it, the others lead to theirs. */
function decideOf(page: Route.ComponentProps["loaderData"], id: string): Decide {
  if (!page.isMine) return null;
  if (page.chosen === id) return { operation: page.operation };
  return { href: `?tahun=${page.year}&baris=${id}#hasil` };
}

type Line = Omit<DraftLine, "village"> & {
  readonly village: { readonly code: string; readonly name: string };
};
type Refused = { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> } | null;
type CardProps = {
  readonly line: Line;
  readonly year: number;
  readonly decide: Decide;
  readonly refused: Refused;
};

function DraftCard({ line, year, decide, refused }: CardProps) {
  const t = useTexts(commitmentTexts);
  const e = t.evaluation;
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number) => formatRupiah(language, n);
  const href = to(`/anggaran/komitmen/${line.village.code}/langkah/${line.group}?tahun=${year}`);
  return (
    <Card title={`${line.village.name}: ${t.groups[line.group]}`}>
      <DescriptionList
        facts={[
          { name: e.facts.promised, value: <a href={href}>{rupiah(line.commitment.promised)}</a> },
          { name: e.facts.drafted, value: line.drafted === null ? e.noLine : rupiah(line.drafted) },
          { name: e.facts.short, value: rupiah(line.short) },
          { name: e.facts.plan, value: line.isInPlan ? e.inPlan : e.notInPlan },
          { name: e.facts.days, value: <ClockLine clock={line.clock} /> },
        ]}
      />
      {decide !== null && "href" in decide && (
        <div>
          <ButtonLink look="plain" href={decide.href}>
            {e.open}
            <span className="hidden-visually">
              : {line.village.name}, {t.groups[line.group]}
            </span>
          </ButtonLink>
        </div>
      )}
      {decide !== null && "operation" in decide && (
        <VerdictForm line={line} refused={refused} operation={decide.operation} />
      )}
    </Card>
  );
}

function VerdictForm(props: Pick<CardProps, "line" | "refused"> & { readonly operation: string }) {
  const { line, refused, operation } = props;
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
