import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** Where a ciphertext belongs; bound into it, so that a value moved to another row or column does not open. */
export type Place = { readonly table: string; readonly column: string; readonly rowId: string };

export type Keys = {
  /** AES-256-GCM: version byte, key id byte, 12-byte nonce, ciphertext, 16-byte tag. */
  readonly seal: (text: string, place: Place) => Buffer;
  /** Opens what `seal` made; throws when the key is unknown or a byte or the place differs. */
  readonly open: (sealed: Buffer, place: Place) => string;
  readonly sealBytes: (bytes: Buffer, place: Place) => Buffer;
  readonly openBytes: (sealed: Buffer, place: Place) => Buffer;
  /** Keyed HMAC-SHA-256 of an identifier, for equality search; one key per column, never stored in the database. */
  readonly blindIndex: (column: "nik" | "family-card" | "phone" | "nip" | "kpj", text: string) => Buffer;
  /** Keyed digest of content that holds identity, for "is this the same row as before". */
  readonly digest: (purpose: string, text: string) => Buffer;
  /** A secret for one purpose (sessions, login passwords, row-policy context). */
  readonly derive: (purpose: string) => Buffer;
  /** Says which key set this is without revealing it; compared with the database at start. */
  readonly fingerprint: string;
};

export type KeySet = {
  readonly current: number;
  readonly root: Buffer;
  readonly versions: ReadonlyMap<number, Buffer>;
};

const formatVersion = 1;

/** Random bytes for many nonces are drawn at once: asking for twelve costs as much as the encryption. Each is given once. */
const nonceBytes = 12;
let drawn = Buffer.alloc(0);
function nextNonce(): Buffer {
  if (drawn.length < nonceBytes) drawn = randomBytes(nonceBytes * 1024);
  const nonce = drawn.subarray(0, nonceBytes);
  drawn = drawn.subarray(nonceBytes);
  return nonce;
}

/** Everything derived from the key set by HKDF-SHA-256 (RFC 5869). The root key never encrypts anything itself. */
export function keysFrom(set: KeySet): Keys {
  const derived = new Map<string, Buffer>();
  // Every transaction asks for the same two.
  const derive = (purpose: string) => {
    const secret = derived.get(purpose) ?? Buffer.from(hkdfSync("sha256", set.root, "tuwai", purpose, 32));
    derived.set(purpose, secret);
    return secret;
  };
  const fieldKeys = new Map(
    [...set.versions].map(([id, secret]) => [
      id,
      createSecretKey(Buffer.from(hkdfSync("sha256", secret, "tuwai", "field", 32))),
    ]),
  );
  const kept = new Map<string, KeyObject>();
  // Key objects are made once: handing raw bytes to each call costs two to three times the encryption itself.
  const keyFor = (purpose: string) => {
    const key = kept.get(purpose) ?? createSecretKey(derive(purpose));
    kept.set(purpose, key);
    return key;
  };

  const sealBytes = (bytes: Buffer, place: Place) => {
    const nonce = nextNonce();
    const cipher = createCipheriv("aes-256-gcm", fieldKeys.get(set.current)!, nonce).setAAD(aad(place));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from([formatVersion, set.current]), nonce, body, cipher.getAuthTag()]);
  };
  const openBytes = (sealed: Buffer, place: Place) => {
    const key = sealed[0] === formatVersion ? fieldKeys.get(sealed[1]!) : undefined;
    if (!key) throw new Error(`no key ${sealed[1]} for ${place.table}.${place.column}`);
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(2, 14)).setAAD(aad(place));
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(14, sealed.length - 16)), decipher.final()]);
  };
  return {
    sealBytes,
    openBytes,
    seal: (text, place) => sealBytes(Buffer.from(text, "utf8"), place),
    open: (sealed, place) => openBytes(sealed, place).toString("utf8"),
    blindIndex: (column, text) =>
      createHmac("sha256", keyFor(`index|${column}|1`))
        .update(`${column}|1|${text}`)
        .digest(),
    digest: (purpose, text) =>
      createHmac("sha256", keyFor(`digest|${purpose}`))
        .update(text)
        .digest(),
    derive,
    fingerprint: createHash("sha256").update(derive("fingerprint")).digest("hex").slice(0, 16),
  };
}

function aad(place: Place): Buffer {
  return Buffer.from(`${place.table}|${place.column}|${place.rowId}`, "utf8");
}
