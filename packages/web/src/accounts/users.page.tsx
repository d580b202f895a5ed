import { Form } from "react-router";
import { accountStates, listAccounts } from "@tuwai/server/accounts";
import { accountAdminTexts } from "#language/account-admin.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, formText, pageMeta, type Handle } from "#shell";
import {
  Button,
  ButtonLink,
  EmptyState,
  FilterBar,
  Page,
  Pagination,
  readPage,
  SelectField,
  TextField,
} from "#ui";
import type { Route } from "./+types/users.page";
import { AccountTable } from "./account-table.tsx";
import { listPlaces, listRoles } from "./place-choices.ts";

export const handle: Handle = { access: "user.manage" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountAdminTexts[languageOf(location.pathname)].list.title);

const given = (text: string | null): string | undefined => (text === null || text === "" ? undefined : text);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const use = forUseCase(context);
  const filters = {
    role: given(searchParams.get("peran")),
    state: given(searchParams.get("keadaan")),
    scope: given(searchParams.get("wilayah")),
  };
  return {
    filters,
    list: await listAccounts(...use, { ...filters, page: readPage(searchParams) }),
    states: accountStates,
    roles: listRoles(languageOf(pathname)),
    places: await listPlaces(...use),
  };
}

/** Names and addresses are searched for in a form: they never stand in an address, where logs would keep them. */
export async function action({ request, context }: Route.ActionArgs) {
  const q = formText(await request.formData(), "cari");
  return { q, list: await listAccounts(...forUseCase(context), { q }) };
}

export default function UsersPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountAdminTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { filters, places, roles, states } = loaderData;
  const list = actionData?.list ?? loaderData.list;
  const any = { value: "", label: t.list.any };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const total = formatNumber(language, list.total);
  return (
    <Page
      title={t.list.title}
      lead={actionData === undefined ? t.list.lead(total) : t.list.found(total)}
      actions={<ButtonLink href={to("/admin/pengguna/undang")}>{t.list.invite}</ButtonLink>}
    >
      <p>
        <a href={to("/admin/pengguna/persetujuan")}>{t.list.requests}</a>
      </p>
      <Form method="post" className="filters" action={to("/admin/pengguna")}>
        <TextField name="cari" label={t.list.search} autoComplete="off" defaultValue={actionData?.q} />
        <Button look="plain">{t.list.searchButton}</Button>
        {actionData !== undefined && <a href={to("/admin/pengguna")}>{t.list.all}</a>}
      </Form>
      <FilterBar action={to("/admin/pengguna")} clearHref={isFiltered ? to("/admin/pengguna") : undefined}>
        <SelectField
          name="peran"
          label={t.list.filterRole}
          options={[any, ...roles]}
          defaultValue={filters.role}
        />
        <SelectField
          name="keadaan"
          label={t.list.filterState}
          options={[any, ...states.map((state) => ({ value: state, label: t.states[state] }))]}
          defaultValue={filters.state}
        />
        <SelectField
          name="wilayah"
          label={t.list.filterPlace}
          options={[any, ...places]}
          defaultValue={filters.scope}
        />
      </FilterBar>
      {list.total === 0 ? (
        <EmptyState title={t.list.none}>
          <p>{t.list.noneNext}</p>
        </EmptyState>
      ) : (
        <AccountTable rows={list.rows} places={places} />
      )}
      {actionData === undefined && <Pagination page={list.page} pages={list.pages} />}
    </Page>
  );
}
