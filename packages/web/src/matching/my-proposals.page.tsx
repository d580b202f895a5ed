import { type AskAnotherReason, askAnotherReasons } from "@tuwai/domain/matching";
import { acceptMyProposal, askForAnother, listMyProposals, type MyProposal } from "@tuwai/server/matching";
import { AppError } from "@tuwai/server/app";
import { chooseWhoDecides, getMyPledge } from "@tuwai/server/sponsors";
import { Form, redirect } from "react-router";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { myProposalTexts } from "#language/my-proposals.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, Card, Choices, Disclosure, EmptyState, optionsOf, Page } from "#ui";
import type { Route } from "./+types/my-proposals.page";

export const handle: Handle = { access: "pledge.proposal.answer" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(myProposalTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pledge } = await getMyPledge(app, actor);
  const rows = await listMyProposals(app, actor);
  return {
    chooser: pledge?.state === "active" ? { chooses: pledge.chooses, version: pledge.version } : null,
    operation: app.newId(),
    rows: rows.map((row) => ({ ...row, operation: app.newId() })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operation = { operationId: readOperationId(form, app), version: Number(formText(form, "versi")) };
  const proposal = { ...operation, sponsorshipId: formText(form, "usulan") };
  const act = formText(form, "aksi");
  if (act === "pilih") {
    const chooses = formText(form, "pilih") === "sponsor" ? "sponsor" : "manager";
    await chooseWhoDecides(app, actor, { ...operation, chooses });
    return goBack(language, "/sponsor/saya/usulan", ["ok", myProposalTexts[language].kept]);
  }
  if (act === "terima") return said(language, await acceptMyProposal(app, actor, proposal));
  if (act === "lain")
    return said(language, await askForAnother(app, actor, { ...proposal, reason: reasonIn(form) }));
  throw new AppError("invalid-input", { field: "aksi" });
}

const reasonIn = (form: FormData): AskAnotherReason =>
  askAnotherReasons.find((known) => known === formText(form, "alasan")) ?? "not-said";

function said(language: Language, answer: Awaited<ReturnType<typeof askForAnother>>): never {
  const t = myProposalTexts[language];
  if (answer.outcome === "accepted") return goBack(language, "/sponsor/saya", ["ok", t.accepted]);
  if (answer.outcome === "asked-another")
    return goBack(language, "/sponsor/saya/usulan", ["ok", answer.found ? t.askedFound : t.askedNone]);
  const text = answer.reasons.includes("asked-often-enough") ? t.often : t.refused;
  return goBack(language, "/sponsor/saya/usulan", ["warn", text]);
}

function goBack(language: Language, path: string, [tone, text]: readonly ["ok" | "warn", string]): never {
  throw redirect(localPath(language, path), { status: 303, headers: flash(tone, text) });
}

export default function MyProposalsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(myProposalTexts);
  const { mine } = useTexts(sponsorTexts);
  const to = useLocalPath();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[{ href: to("/sponsor/saya"), label: mine.title }, { label: t.title }]}
    >
      {page.rows.map((row) => (
        <ProposalCard key={row.sponsorshipId} row={row} />
      ))}
      {page.rows.length === 0 && (
        <EmptyState title={t.none}>
          <p>{page.chooser?.chooses === "manager" ? t.noneManager : t.noneNext}</p>
        </EmptyState>
      )}
      {page.chooser && <ChooserCard chooser={page.chooser} operation={page.operation} />}
    </Page>
  );
}

type Row = MyProposal & { readonly operation: string };

function ProposalCard({ row }: { readonly row: Row }) {
  const t = useTexts(myProposalTexts);
  const { mine, matching } = useTexts(sponsorTexts);
  const { occupations } = useTexts(contributionTexts);
  const language = useLanguage();
  const name = row.name ?? mine.unknownWork;
  const work = row.occupationGroup ? wordOf(occupations, row.occupationGroup) : mine.unknownWork;
  const day = formatDate(language, row.until);
  return (
    <Card title={mine.worker(name, work)}>
      <p>{row.villageName}</p>
      <p className="quiet">
        {t.why(row.reasons.map(({ code }) => wordOf(matching.reasons, code)).join(", "))}
      </p>
      <p>{row.isLate ? t.late(day) : t.until(day)}</p>
      <Form method="post">
        <Named row={row} />
        <Actions>
          <Button name="aksi" value="terima">
            {t.accept(name)}
          </Button>
        </Actions>
      </Form>
      {row.asksLeft === 0 ? <p className="quiet">{t.often}</p> : <AskAnother row={row} />}
    </Card>
  );
}

function AskAnother({ row }: { readonly row: Row }) {
  const t = useTexts(myProposalTexts);
  return (
    <Disclosure summary={t.another}>
      <p>{t.anotherNote(row.asksLeft)}</p>
      <Form method="post" className="form">
        <Named row={row} />
        <Choices name="alasan" label={t.anotherWhy} options={optionsOf(t.reasons)} value="not-said" />
        <Actions>
          <Button look="plain" name="aksi" value="lain">
            {t.anotherSubmit}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Named({ row }: { readonly row: Row }) {
  return (
    <>
      <OperationField id={row.operation} />
      <input type="hidden" name="usulan" value={row.sponsorshipId} />
      <input type="hidden" name="versi" value={row.version} />
    </>
  );
}

type Chooser = { readonly chooses: "manager" | "sponsor"; readonly version: number };

function ChooserCard({ chooser, operation }: { readonly chooser: Chooser; readonly operation: string }) {
  const t = useTexts(myProposalTexts);
  const { sign } = useTexts(sponsorTexts);
  return (
    <Card title={t.chooser}>
      <Form method="post" className="form">
        <OperationField id={operation} />
        <input type="hidden" name="versi" value={chooser.version} />
        <Choices
          name="pilih"
          label={t.chooserLabel}
          options={optionsOf(sign.choosers)}
          value={chooser.chooses}
        />
        <Actions>
          <Button look="plain" name="aksi" value="pilih">
            {t.keep}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
