import { publicStatusRule } from "@tuwai/domain/commitments";
import { may } from "@tuwai/server/access";
import { AppError, isAppError } from "@tuwai/server/app";
import { getVillageCommitments, type StepRow } from "@tuwai/server/commitments";
import { mostPaperBytes } from "@tuwai/server/files";
import { receiveForm } from "@tuwai/server/http";
import { data, redirect } from "react-router";
import { accountTexts } from "#language/accounts.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatInstant, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Card, DescriptionList, ErrorSummary, Page, Table } from "#ui";
import type { Route } from "./+types/steps.page";
import { ClockLine } from "./clock-line.tsx";
import { readYear } from "./read-year.ts";
import { ReplyForm } from "./reply-form.tsx";
import { StateTag } from "./status-tag.tsx";
import { StepForm } from "./step-form.tsx";
import { takeTypedStep } from "./take-typed-step.ts";

export const handle: Handle = { access: "village_commitment.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = commitmentTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const village = await getVillageCommitments(app, actor, { villageCode: params.desa, year });
  const found = village.groups.find(({ group }) => group === params.kelompok);
  if (found === undefined || found.commitment === null) throw new AppError("not-found");
  const { commitment, steps, clock, status, account, group, received } = found;
  return {
    title: `${t.groups[group]}, ${village.name} ${year}`,
    village: { code: village.villageCode, name: village.name, kind: village.kind },
    year,
    group,
    commitment,
    account,
    steps,
    clock,
    received,
    status,
    rule: publicStatusRule(app.clock.today()),
    mayWrite: may(actor, "village_commitment.write"),
    mayOpen: may(actor, "village_commitment.paper"),
    operation: app.newId(),
    replyOperation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = commitmentTexts[language].village;
  const [app, actor] = forUseCase(context);
  const options = { fileField: "pindaian", dataDir: app.config.dataDir, maxFileBytes: mostPaperBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return data({ errors: { pindaian: t.errors.size }, typed: {} }, 413);
  try {
    const errors = await takeTypedStep(app, actor, { form, language });
    if (errors !== null) return data({ errors, typed: Object.fromEntries(form.fields) }, 422);
    throw redirect(
      localPath(language, `/anggaran/komitmen/${params.desa}/langkah/${params.kelompok}`) + search,
      {
        status: 303,
        headers: flash("ok", form.fields.get("langkah") === "reply" ? t.reply.saved : t.step.saved),
      },
    );
  } finally {
    await form.dispose();
  }
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function StepsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const to = useLocalPath();
  const errors = actionData?.errors;
  const isOver = ["lunas", "ditarik", "rancangan"].includes(page.commitment.state);
  return (
    <Page
      title={page.title}
      crumbs={[
        { href: to(`/anggaran/komitmen?tahun=${page.year}`), label: t.title },
        { href: to(`/anggaran/komitmen/${page.village.code}?tahun=${page.year}`), label: page.village.name },
        { label: t.groups[page.group] },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Facts page={page} />
      {page.mayWrite && !isOver && (
        <StepForm
          operation={page.operation}
          version={page.commitment.version}
          commitmentId={page.commitment.id}
          kind={page.village.kind}
          state={page.commitment.state}
          account={page.account}
          errors={errors ?? {}}
          typed={actionData?.typed ?? {}}
        />
      )}
      {page.mayWrite && page.commitment.state !== "rancangan" && (
        <ReplyForm operation={page.replyOperation} commitmentId={page.commitment.id} errors={errors ?? {}} />
      )}
      <History steps={page.steps} mayOpen={page.mayOpen} village={page.village.code} />
    </Page>
  );
}

function Facts({ page }: PageData) {
  const t = useTexts(commitmentTexts);
  const f = t.village.facts;
  const language = useLanguage();
  const c = page.commitment;
  const rupiah = (amount: number | null) => (amount === null ? f.noneYet : formatRupiah(language, amount));
  return (
    <Card>
      <p>
        <StateTag state={c.state} />
      </p>
      <DescriptionList
        facts={[
          { name: f.promised, value: rupiah(c.promised) },
          { name: f.heads, value: f.headsOf(String(c.heads), String(c.months)) },
          { name: f.source, value: c.source === null ? f.noneYet : t.sources[c.source] },
          { name: f.account, value: page.account ?? f.noAccount },
          { name: f.draft, value: rupiah(c.draftRupiah) },
          { name: f.initial, value: rupiah(c.initial) },
          { name: f.changed, value: rupiah(c.changed) },
          { name: f.paid, value: rupiah(c.paid) },
          ...(c.booked === null || c.typed.paid === 0 || c.typed.paid === c.booked
            ? []
            : [{ name: f.typed, value: rupiah(c.typed.paid) }]),
          {
            name: f.received,
            value: f.receivedOf(rupiah(page.received.rupiah), String(page.received.personMonths)),
          },
          ...(page.clock === null ? [] : [{ name: f.clock, value: <ClockLine clock={page.clock} /> }]),
          { name: f.status, value: t.statuses[page.status] },
        ]}
      />
      <p className="quiet small">
        {page.status === "not-checkable" && `${t.notCheckableWhy} `}
        {t.statusRule(String(page.rule))}
      </p>
    </Card>
  );
}

type HistoryProps = {
  readonly steps: readonly StepRow[];
  readonly mayOpen: boolean;
  readonly village: string;
};

function History({ steps, mayOpen, village }: HistoryProps) {
  const t = useTexts(commitmentTexts).village.history;
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number | null) => (amount === null ? "–" : formatRupiah(language, amount));
  return (
    <Card title={t.title(String(steps.length))}>
      <Table
        caption={t.caption}
        rows={steps}
        keyOf={({ id }) => id}
        columns={[
          { key: "when", head: t.when, cell: ({ takenAt }) => formatInstant(language, takenAt) },
          { key: "what", head: t.what, cell: ({ step }) => t.steps[step as keyof typeof t.steps] },
          { key: "promised", head: t.promised, number: true, cell: ({ promised }) => rupiah(promised) },
          { key: "amount", head: t.amount, number: true, cell: ({ amount }) => rupiah(amount) },
          {
            key: "paper",
            head: t.paper,
            cell: ({ id, paperNumber, paperOn, paperName, reportId }) => (
              <>
                {paperNumber === null ? t.none : `${paperNumber}, ${formatDate(language, paperOn ?? "")}`}
                {paperName !== null && mayOpen && (
                  <div>
                    <a
                      href={to(
                        reportId === null
                          ? `/anggaran/komitmen/${village}/bukti/${id}`
                          : `/anggaran/komitmen/${village}/laporan/${reportId}`,
                      )}
                    >
                      {paperName}
                    </a>
                  </div>
                )}
              </>
            ),
          },
          { key: "by", head: t.by, cell: ({ takenRole }) => roles[takenRole] },
          { key: "reason", head: t.reason, phone: "wide", cell: ({ reason }) => reason ?? "" },
        ]}
      />
    </Card>
  );
}
