import type { Account } from "@tuwai/server/accounts";
import type { ReactElement, ReactNode } from "react";
import { addDays, type CivilDate } from "@tuwai/domain/time";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { dayOf } from "#language/day-of.ts";
import { formatDate, formatInstant } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import {
  Button,
  Card,
  Choices,
  DescriptionList,
  Disclosure,
  Notice,
  SelectField,
  TextField,
  type FormErrors,
  type Option,
  optionsOf,
} from "#ui";
import { AccountNext, AccountStateTag } from "./account-state.tsx";
import { ByMail } from "./by-mail.tsx";
import { wordsOfScope } from "./place-words.ts";
import { PostFields } from "./post-fields.tsx";
import { SessionList } from "./session-list.tsx";

type Shown = { readonly account: Account; readonly places: readonly Option[] };

/** Who it is, in which roles, since when, and where it is signed in. */
export function AccountFacts({
  account,
  places,
  changes,
}: Shown & { readonly changes: boolean }): ReactElement {
  const t = useTexts(accountAdminTexts).account;
  const { mail: m } = useTexts(accountAdminTexts);
  const sayMail = { waiting: m.waiting, sent: m.sent, failed: m.failed };
  const language = useLanguage();
  const { endReason, endedAt, mail } = account;
  return (
    <>
      <Card>
        <div>
          <AccountStateTag account={account} />
        </div>
        <AccountNext account={account} />
        {mail !== null && (
          <Notice tone={mail.state === "failed" ? "warn" : "info"}>
            {sayMail[mail.state](formatInstant(language, mail.at))}
          </Notice>
        )}
        {endReason !== null && endedAt !== null && (
          <p>{t.ended(t.reasons[endReason], dayOf(language, endedAt))}</p>
        )}
        <DescriptionList
          facts={[
            { name: t.email, value: account.email },
            { name: t.secondFactor, value: account.hasSecondFactor ? t.on : t.off },
            { name: t.since, value: dayOf(language, account.madeAt) },
          ]}
        />
      </Card>
      <Posts account={account} places={places} changes={changes} />
      <Card title={t.sessions}>
        {account.sessions.length === 0 ? (
          <p className="quiet">{t.noSessions}</p>
        ) : (
          <>
            <SessionList sessions={account.sessions} />
            {changes && !account.isOwn && (
              <Act name="sesi">
                <Button look="plain">{t.endSessions}</Button>
              </Act>
            )}
          </>
        )}
      </Card>
    </>
  );
}

function Posts({ account, places, changes }: Shown & { readonly changes: boolean }): ReactElement {
  const t = useTexts(accountAdminTexts).account;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  return (
    <Card title={t.posts}>
      {account.posts.length === 0 && <p className="quiet">{t.noPosts}</p>}
      <ul className="stack">
        {account.posts.map(({ postId, role, scope, validFrom, validUntil }) => (
          <li key={postId}>
            <strong>{[roles[role], wordsOfScope(places, scope)].filter(Boolean).join(", ")}</strong>
            <p className="quiet">
              {t.post(
                formatDate(language, validFrom),
                validUntil === null ? t.open : formatDate(language, lastDayOf(validFrom, validUntil)),
              )}
            </p>
            {changes && validUntil === null && !account.isOwn && account.state !== "ended" && (
              <Act name="akhiri-peran">
                <input type="hidden" name="jabatan" value={postId} />
                <Button look="plain" small>
                  {t.endPost}
                </Button>
              </Act>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A role that ended on its first day held on no day; that day is shown. */
function lastDayOf(from: CivilDate, until: CivilDate): CivilDate {
  return until <= from ? from : addDays(until, -1);
}

/** What can be done with an account, the most frequent first. */
export function AccountForms(
  props: Shown & {
    readonly roles: readonly Option[];
    readonly mayMail: boolean;
    readonly errors: FormErrors | undefined;
  },
): ReactElement {
  const t = useTexts(accountAdminTexts);
  const { account, places, roles, mayMail, errors } = props;
  return (
    <>
      <Disclosure summary={t.account.reset}>
        <p>{t.account.resetText}</p>
        <Act name="kode">
          <Choices
            name="hp"
            label={t.account.secondFactor}
            hint={t.account.lostPhoneHint}
            several
            options={[{ value: "hilang", label: t.account.lostPhone }]}
          />
          <ByMail mayMail={mayMail} />
          <Button>{t.account.resetButton}</Button>
        </Act>
      </Disclosure>
      {account.role !== null && (
        <Disclosure summary={t.account.replace}>
          <p>{t.account.replaceText}</p>
          <Act name="ganti">
            <TextField name="nama" label={t.form.name} autoComplete="off" error={errors?.["nama"]} />
            <TextField
              name="email"
              label={t.form.email}
              hint={t.form.emailHint}
              type="email"
              autoComplete="off"
              error={errors?.["email"]}
            />
            <ByMail mayMail={mayMail} />
            <Button>{t.account.replaceButton}</Button>
          </Act>
        </Disclosure>
      )}
      <Disclosure summary={t.account.grant}>
        <p>{t.account.grantText}</p>
        <Act name="peran">
          <PostFields roles={roles} places={places} errors={errors} />
          <Button>{t.account.grantButton}</Button>
        </Act>
      </Disclosure>
      <Disclosure summary={t.account.end}>
        <p>{t.account.endText}</p>
        <Act name="akhiri">
          <SelectField name="sebab" label={t.account.endReason} options={optionsOf(t.account.reasons)} />
          <Button look="danger">{t.account.endButton}</Button>
        </Act>
      </Disclosure>
    </>
  );
}

function Act(props: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="tindakan" value={props.name} />
      {props.children}
    </form>
  );
}
