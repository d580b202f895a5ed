import type { ReactElement } from "react";
import { isRouteErrorResponse, useLocation } from "react-router";
import type { Failure, FailureCode } from "@tuwai/server/http";
import { errorTexts } from "#language/errors.ts";
import { samePageIn } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { useSite } from "#shell";
import { Actions, ButtonLink, ContactLinks, Page } from "#ui";

/** What happened, whether data is safe, what to do, and a code to read out. */
export function FailurePage({ error }: { readonly error: unknown }): ReactElement {
  const t = useTexts(errorTexts);
  const to = useLocalPath();
  const { code, reference, roles, waitSeconds } = failureOf(error);
  const { contacts } = useSite();
  const isSignIn = code === "unauthenticated" || code === "second-factor-required";
  const { pathname, search } = useLocation();
  const language = useLanguage();
  return (
    <Page title={t.what[code]} narrow lead={code === "internal" ? t.safeUnknown : t.safe}>
      <title>{t.errorTitle(t.what[code])}</title>
      <meta name="robots" content="noindex" />
      <p>{code === "rate-limited" && waitSeconds !== null ? t.waitFor(waitSeconds) : t.todo[code]}</p>
      {roles.length > 0 && <p>{whoMay(roles, t)}</p>}
      <Actions>
        {passing.has(code) && (
          <ButtonLink href={samePageIn(language, pathname, search)}>{t.again}</ButtonLink>
        )}
        <ButtonLink href={to(isSignIn ? "/masuk" : "/")} {...(passing.has(code) && { look: "plain" })}>
          {isSignIn ? t.what.unauthenticated : t.home}
        </ButtonLink>
        <ButtonLink look="plain" href={to("/bantuan")}>
          {t.help}
        </ButtonLink>
      </Actions>
      <ContactLinks numbers={contacts} />
      {reference !== "" && (
        <p className="quiet">
          {t.code}: <strong>{reference}</strong>
        </p>
      )}
    </Page>
  );
}

/** What may be over when the page is asked for again, which sends nothing a second time. */
const passing: ReadonlySet<FailureCode> = new Set([
  "internal",
  "unavailable",
  "not-set-up",
  "conflict",
  "stale",
  "operation-mismatch",
]);

const namedRoles = 2;

/** A long list of roles helps nobody to find whom to ask. */
function whoMay(
  roles: readonly string[],
  t: {
    readonly whoMay: (roles: string) => string;
    readonly whoMayToo: (roles: string, others: number) => string;
  },
): string {
  const named = roles.slice(0, namedRoles).join(", ");
  return roles.length > namedRoles ? t.whoMayToo(named, roles.length - namedRoles) : t.whoMay(named);
}

/** The failure behind whatever reached the error boundary; anything unknown is our bug. */
type Shown = {
  readonly code: FailureCode;
  readonly reference: string;
  /** Who may open the page that was refused, in words. */
  readonly roles: readonly string[];
  /** How long until it is worth trying again, where that is known. */
  readonly waitSeconds: number | null;
};

const unknown = { reference: "", roles: [], waitSeconds: null };

function failureOf(error: unknown): Shown {
  if (!isRouteErrorResponse(error)) return { code: "internal", ...unknown };
  const failure = error.data as Partial<Failure> | undefined;
  if (typeof failure?.code !== "string")
    return { code: error.status === 404 ? "not-found" : "internal", ...unknown };
  const roles = (failure.details?.["roles"] ?? []) as readonly string[];
  const wait = failure.details?.["retryAfterSeconds"];
  const waitSeconds = typeof wait === "number" ? wait : null;
  return { code: failure.code, reference: failure.reference ?? "", roles, waitSeconds };
}
