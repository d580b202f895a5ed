import { redirect } from "react-router";
import { getMyCertificates, issueCertificate, type ShownCertificate } from "@tuwai/server/certificates";
import { qrPath } from "@tuwai/server/documents";
import { certificateNumber } from "@tuwai/domain/certificates";
import { certificateTexts } from "#language/certificates.ts";
import { dayOf } from "#language/day-of.ts";
import { formatMonth } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, ButtonLink, Card, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/certificates.page";
import { Charter } from "./charter.tsx";

export const handle: Handle = { access: "certificate.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(certificateTexts[languageOf(location.pathname)].title);

const numbered = (certificate: ShownCertificate) => ({
  ...certificate,
  title: certificateNumber(certificate),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { valid, ended, mayIssue } = await getMyCertificates(app, actor);
  const { origin } = new URL(request.url);
  return {
    valid:
      valid === null
        ? null
        : { ...numbered(valid), qr: qrPath(`${app.config.origin ?? origin}/sertifikat/${valid.code}`) },
    ended: ended.map(numbered),
    mayIssue,
    // One for the original, one for the next copy: sent again, each is the same print.
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = certificateTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const { outcome } = await issueCertificate(app, actor, { operationId: readOperationId(form, app) });
  const said = outcome === "refused" ? flash("warn", t.notYet) : flash("ok", t.issued);
  throw redirect(localPath(language, "/sponsor/saya/piagam"), { status: 303, headers: said });
}

export default function CertificatesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(certificateTexts);
  const { mine } = useTexts(sponsorTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { valid, ended } = page;
  return (
    <Page
      title={t.title}
      lead={valid === null ? (page.mayIssue ? t.leadReady : t.leadNone) : t.lead}
      crumbs={[{ href: to("/sponsor/saya"), label: mine.title }, { label: t.title }]}
      narrow
    >
      {valid !== null && <Charter certificate={valid} qr={valid.qr} operation={page.operation} />}
      {page.mayIssue && (
        <Card title={t.ready}>
          <p>{t.readyText}</p>
          <form method="post">
            <OperationField id={page.operation} />
            <Actions>
              <Button>{t.issue}</Button>
              <ButtonLink look="plain" href={to("/sponsor/saya/piagam/berkas?pratinjau=ya")}>
                {t.preview}
              </ButtonLink>
            </Actions>
          </form>
        </Card>
      )}
      {valid === null && !page.mayIssue && (
        <EmptyState title={t.notYet}>
          <p>{t.notYetNext}</p>
        </EmptyState>
      )}
      {ended.length > 0 && (
        <Table
          caption={t.ended}
          rows={ended}
          keyOf={({ id }) => id}
          columns={[
            { key: "number", head: t.number, cell: ({ title }) => title },
            { key: "since", head: t.since, cell: ({ since }) => formatMonth(language, since) },
            { key: "state", head: t.state, cell: ({ state }) => t.states[state] },
            {
              key: "why",
              head: t.why,
              cell: ({ endReason, endedAt }) =>
                `${wordOf(t.reasons, endReason ?? "")}${endedAt === null ? "" : `, ${dayOf(language, endedAt)}`}`,
            },
          ]}
        />
      )}
    </Page>
  );
}
