import type { ReactElement, ReactNode } from "react";
import { useLocation, useRouteError } from "react-router";
import { contactTexts } from "#language/contacts.ts";
import { localPath, samePageIn } from "#language/language.ts";
import { shellTexts } from "#language/shell.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";
import { Mark } from "./mark.tsx";
import { publicMenu } from "./menu.ts";
import { useSite } from "#shell";
import { AccountMenu } from "./account-menu.tsx";

/** Header, flash, body and footer around every page. `beside` is the staff rail and bar. */
export function Frame({
  beside,
  children,
}: {
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const t = useTexts(shellTexts);
  const { flash } = useSite();
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Header wide={beside !== undefined} />
      <div className={beside ? "workplace with-bar" : undefined}>
        {beside}
        <main id="main" tabIndex={-1}>
          {flash && (
            <div className="page flash">
              <Notice tone={flash.tone} announce>
                {flash.text}
              </Notice>
            </div>
          )}
          {children}
        </main>
      </div>
      <Footer wide={beside !== undefined} />
    </>
  );
}

type Wide = { readonly wide: boolean };

function Header({ wide }: Wide): ReactElement {
  const t = useTexts(shellTexts);
  const to = useLocalPath();
  const { pathname } = useLocation();
  const { city, who, card, isSample } = useSite();
  const failed = Boolean(useRouteError());
  const current = (path: string): "page" | undefined =>
    !failed && pathname.startsWith(to(path)) ? "page" : undefined;
  return (
    <header className={wide ? "header wide" : "header"}>
      <div className="header-in">
        <a className="brand" href={to("/")}>
          <Mark />
          <span>
            <b>{t.product}</b>
            <small>{city.name}</small>
          </span>
        </a>
        <nav aria-label={t.mainNav} className="places">
          {publicMenu.map(({ path, text }) => (
            <a key={path} href={to(path)} aria-current={current(path)}>
              {t.nav[text]}
            </a>
          ))}
          <a href={to("/bantuan")} aria-current={current("/bantuan")}>
            {t.nav.help}
          </a>
        </nav>
        <nav aria-label={who ? t.account : t.signIn}>
          <LanguageLink />
          {who && <AccountMenu who={who} />}
          {!who && (
            <a className="door" href={to(card ? "/rakor/masuk" : "/masuk")}>
              {card ? t.card : t.signIn}
              {card && <span className="hidden-visually"> {t.cardOf(card.villageName)}</span>}
            </a>
          )}
        </nav>
      </div>
      <div className="thread" />
      {isSample && <p className="sample">{t.sample}</p>}
    </header>
  );
}

/** The same page in the other language; after a failure its first page. */
function LanguageLink(): ReactElement {
  const t = useTexts(shellTexts);
  const other = useLanguage() === "id" ? "en" : "id";
  const { pathname, search } = useLocation();
  const failed = Boolean(useRouteError());
  return (
    <a
      href={failed ? localPath(other, "/") : samePageIn(other, pathname, search)}
      lang={other}
      hrefLang={other}
    >
      <span className="hidden-visually">{t.toOtherLanguage}</span>
      <span aria-hidden="true">{other.toUpperCase()}</span>
    </a>
  );
}

/** Whom to call when something happens: on every page, as nobody looks for a number in a calm hour. */
function FooterCall(): ReactElement | null {
  const t = useTexts(shellTexts);
  const { names } = useTexts(contactTexts);
  const { contacts } = useSite();
  const numbers = (["careLine", "cityPhone"] as const).flatMap((name) =>
    contacts?.[name] ? [{ name, number: contacts[name] }] : [],
  );
  if (numbers.length === 0) return null;
  return (
    <p>
      {t.footerCall}:{" "}
      {numbers.map(({ name, number }, at) => (
        <span key={name}>
          {at > 0 && " · "}
          {names[name]} <a href={`tel:${number}`}>{number}</a>
        </span>
      ))}
    </p>
  );
}

function Footer({ wide }: Wide): ReactElement {
  const t = useTexts(shellTexts);
  const to = useLocalPath();
  const { city } = useSite();
  return (
    <footer className={wide ? "footer wide with-bar" : "footer"}>
      <div className="footer-in">
        <div>
          <p>{t.footerAbout(city.name)}</p>
          <p>{t.footerNumbers}</p>
          <FooterCall />
        </div>
        <ul className="footer-links">
          {publicMenu.map(({ path, text }) => (
            <li key={path}>
              <a href={to(path)}>{t.nav[text]}</a>
            </li>
          ))}
          <li>
            <a href={to("/lapor-kejadian")}>{t.nav.report}</a>
          </li>
          <li>
            <a href={to("/sedekah")}>{t.nav.alms}</a>
          </li>
          <li>
            <a href={to("/lacak")}>{t.nav.track}</a>
          </li>
          <li>
            <a href={to("/bantuan")}>{t.nav.help}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
