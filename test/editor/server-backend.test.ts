import { describe, expect, test } from 'vitest';
import { serverHandler } from '../../src/editor/server-backend.ts';

const root = 'https://api.example/app/key';
const request = (url: string, headers: Record<string, string> = {}) => ({ method: 'POST', url, headers, body: '{}' });

/** A server backend whose requests are kept instead of sent. */
function watched(headers: Record<string, string> = {}) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const handle = serverHandler({
    mode: 'server',
    url: root,
    headers,
    fetch: async (url, init) => {
      sent.push({ url: String(url), init });
      return new Response('{"code": 5004}', { status: 400, headers: { 'content-type': 'application/json' } });
    },
  });
  return { sent, handle };
}

describe('a real server as the backend', () => {
  test('gets what is below its address, and its answer comes back as it is', async () => {
    const { sent, handle } = watched();
    const response = await handle(request(`${root}/messaging/registrations?x=1`));
    expect(response).toEqual({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"code": 5004}',
    });
    expect(sent.map(({ url }) => url)).toEqual([`${root}/messaging/registrations?x=1`]);
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}', credentials: 'omit', redirect: 'error' });
  });

  test.each([
    'https://api.example/app/keys/info',
    'https://api.example/app/key/../other/info',
    'https://api.example/app/key/%2e%2e/other',
    'https://api.example/app/key/..%2fother',
    'https://api.example/app/key/..%5Cother',
    'https://elsewhere.example/app/key/info',
    'http://api.example/app/key/info',
    'https://api.example:8443/app/key/info',
  ])('does not get %s, and nobody else does', async (url) => {
    const { sent, handle } = watched();
    const refused: unknown = await Promise.resolve(handle(request(url))).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(String(refused)).not.toContain('key');
    expect(sent).toEqual([]);
  });

  test('gets the headers of the host in place of the program’s, and none that are the browser’s business', async () => {
    const { sent, handle } = watched({ 'user-token': 'of the host' });
    await handle(
      request(`${root}/info`, { 'User-Token': 'of the program', Cookie: 'a=b', Origin: 'null', 'X-Own': 'kept' }),
    );
    const headers = new Headers(sent[0]?.init?.headers);
    expect(Object.fromEntries(headers)).toEqual({ 'user-token': 'of the host', 'x-own': 'kept' });
  });

  test('must have an address of http or https', () => {
    expect(() => serverHandler({ mode: 'server', url: 'ftp://api.example' })).toThrow(TypeError);
  });
});
