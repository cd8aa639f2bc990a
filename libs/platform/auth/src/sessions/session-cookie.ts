import type { FastifyRequest } from 'fastify';

const TOKEN = /^[\w-]{43}$/;

/**
 * The cookie that carries a session. No script reads it (`HttpOnly`), no other site sends it (`SameSite=Strict`), and no
 * subdomain sets it (`__Host-`, which browsers accept with `Secure` alone).
 */
export class SessionCookie {
  private readonly name: string;

  /** @param isSecure false only where the gateway is reached over plain HTTP: on this machine */
  constructor(private readonly isSecure: boolean) {
    this.name = isSecure ? '__Host-laurel_session' : 'laurel_session';
  }

  /** The token that a request carries; undefined for none, or what cannot be one. */
  read({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
    const prefix = `${this.name}=`;
    const part = (headers.cookie ?? '').split(';').find((text) => text.trim().startsWith(prefix));
    const token = part?.trim().slice(prefix.length) ?? '';
    return TOKEN.test(token) ? token : undefined;
  }

  /** Value of `Set-Cookie`. @param maxAgeSeconds until the session ends whatever happens */
  write(token: string, maxAgeSeconds: number): string {
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.name}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}; Max-Age=${maxAgeSeconds}`;
  }

  /** Value of `Set-Cookie` that removes it. */
  clear(): string {
    return this.write('', 0);
  }
}
