import type { OneTimeCode } from "@tuwai/server/accounts";
import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { formatInstant } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { useSite } from "#shell";
import { ButtonLink, Card, DescriptionList, Notice, Page, Steps } from "#ui";
import styles from "./invitation-slip.module.css";

export type Invited = {
  readonly name: string;
  readonly email: string;
  readonly role: string | null;
  readonly area: string | null;
};

/** The sheet with a one-time code, shown once: for a printer, and for the hands of one person. */
export function InvitationSlip(props: {
  readonly invited: Invited;
  readonly code: OneTimeCode;
}): ReactElement {
  const t = useTexts(accountAdminTexts).slip;
  const language = useLanguage();
  const to = useLocalPath();
  const { city, origin } = useSite();
  const { invited, code } = props;
  const address = `${origin}${to("/undangan")}`;
  return (
    <Page title={t.title} narrow>
      <div className="no-print">
        <Notice tone="warn" title={t.once}>
          {t.print}
        </Notice>
      </div>
      <div className={styles["sheet"]}>
        <Card title={t.heading(city.name)}>
          <DescriptionList
            facts={[
              { name: t.for, value: invited.name },
              { name: t.as, value: [invited.role, invited.area].filter(Boolean).join(", ") },
              { name: t.user, value: invited.email },
            ]}
          />
          <div>
            <p>{t.code}</p>
            <p className={styles["code"]} data-code={code.inviteCode}>
              {code.inviteCode}
            </p>
            <p className="quiet">{t.until(formatInstant(language, code.expiresAt))}</p>
          </div>
          <Steps
            steps={[
              { title: t.openAddress, text: <span className={styles["address"]}>{address}</span> },
              ...t.steps,
            ]}
          />
          <p className="quiet">{t.destroy}</p>
        </Card>
      </div>
      <div className="no-print stack">
        <p>
          {t.link}: <code className={styles["address"]}>{`${address}#${code.inviteCode}`}</code>
        </p>
        <div>
          <ButtonLink look="plain" href={to("/admin/pengguna")}>
            {t.back}
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
