import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { HttpEnv } from "./web-handler.ts";

const self = ["'self'"];

/**
 * Headers of every answer, errors included. `same-origin` and not `no-referrer`: with the latter browsers send
 * `Origin: null` on form posts, and every form without JavaScript would be refused.
 * Development has no content policy, because Vite injects its own scripts and styles.
 */
export function securityHeaders(options: { https: boolean; dev: boolean }): MiddlewareHandler<HttpEnv> {
  return secureHeaders({
    strictTransportSecurity: options.https ? "max-age=31536000; includeSubDomains" : false,
    referrerPolicy: "same-origin",
    crossOriginOpenerPolicy: "same-origin",
    xFrameOptions: "DENY",
    permissionsPolicy: { camera: ["self"], microphone: [], geolocation: [], payment: [], usb: [] },
    ...(options.dev
      ? {}
      : {
          contentSecurityPolicy: {
            defaultSrc: ["'none'"],
            scriptSrc: [NONCE, "'strict-dynamic'"],
            styleSrc: self,
            imgSrc: [...self, "data:"],
            fontSrc: self,
            connectSrc: self,
            manifestSrc: self,
            workerSrc: self,
            formAction: self,
            baseUri: ["'none'"],
            objectSrc: ["'none'"],
            frameAncestors: ["'none'"],
          },
        }),
  });
}
