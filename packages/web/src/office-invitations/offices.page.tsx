import { redirect } from "react-router";
import { closeOfficeInvitation, inviteOffice, listOfficeInvitations } from "@tuwai/server/office-invitations";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { invitationTexts } from "#language/office-invitations.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/offices.page";

export const handle: Handle = { access: "office_invitation.manage" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(invitationTexts[languageOf(location.pathname)].offices.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const offices = await listOfficeInvitations(app, actor);
  return { offices: offices.map((office) => ({ ...office, operation: app.newId() })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = invitationTexts[language].offices;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const invitationCode = formText(form, "tutup");
  if (invitationCode !== "") await closeOfficeInvitation(app, actor, { operationId, invitationCode });
  else await inviteOffice(app, actor, { operationId, office: formText(form, "kantor") });
  const headers = flash("ok", invitationCode === "" ? t.made : t.closed);
  throw redirect(localPath(language, "/sponsor/ajakan"), { status: 303, headers });
}

type Office = Route.ComponentProps["loaderData"]["offices"][number];

export default function OfficesPage({ loaderData: { offices } }: Route.ComponentProps) {
  const t = useTexts(invitationTexts).offices;
  const language = useLanguage();
  return (
    <Page title={t.title} lead={t.lead}>
      {offices.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={offices}
          keyOf={({ office }) => office}
          columns={[
            { key: "office", head: t.office, cell: ({ office }) => office },
            {
              key: "sponsors",
              head: t.sponsors,
              cell: ({ sponsors }) => (sponsors === null ? t.few : formatNumber(language, sponsors)),
            },
            { key: "address", head: t.address, cell: (office) => <Address office={office} /> },
            { key: "do", head: t.action, cell: (office) => <Act office={office} /> },
          ]}
        />
      )}
    </Page>
  );
}

function Address({ office: { code, office } }: { readonly office: Office }) {
  const t = useTexts(invitationTexts).offices;
  const to = useLocalPath();
  if (code === null) return <>{t.noAddress}</>;
  return (
    <a href={to(`/ajakan/${code}/poster`)} aria-label={t.posterOf(office)}>
      {t.poster}
    </a>
  );
}

function Act({ office: { code, office, operation } }: { readonly office: Office }) {
  const t = useTexts(invitationTexts).offices;
  return (
    <form method="post">
      <OperationField id={operation} />
      {code === null ? (
        <Button look="plain" name="kantor" value={office} aria-label={t.makeFor(office)}>
          {t.make}
        </Button>
      ) : (
        <Button look="plain" name="tutup" value={code} aria-label={t.closeFor(office)}>
          {t.close}
        </Button>
      )}
    </form>
  );
}
