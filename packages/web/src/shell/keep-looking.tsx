import { type ReactElement, useEffect } from "react";
import { useRevalidator } from "react-router";

const lookAgainMillis = 1_000;

/** With scripts the page asks anew; without them the browser loads it again. */
export function KeepLooking(): ReactElement {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), lookAgainMillis);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
