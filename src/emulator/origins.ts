// Who may use the HTTP server from a browser: pages of this machine only.

/** Whether a host name means this machine. */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}

/** Whether the page with this `Origin` may read answers: one of this machine, or one of those listed. */
export function isAllowedOrigin(origin: string, listed: readonly string[]): boolean {
  if (listed.includes(origin)) return true;
  try {
    return isLoopbackHost(new URL(origin).hostname);
  } catch {
    // `null`: a file, or a sandboxed frame of any page at all.
    return false;
  }
}

/**
 * Whether a `Host` header names this machine. A page of another site can make its own name mean 127.0.0.1; then the
 * browser sees no other origin, but the name is still in this header.
 */
export function isLoopbackAuthority(authority: string | undefined): boolean {
  // HTTP/1.0 clients may leave it out, browsers never do.
  return authority === undefined || isLoopbackHost(authority.replace(/:\d*$/, ''));
}
