/** A place for programs where the browser has none: it lasts as long as the page. */
import type {
  KeptDraft,
  KeptProgram,
  KeptStep,
  KeptVersion,
  NumberedKind,
  RecordKind,
  RecordKinds,
  RecordPlace,
  Records,
} from './storage.ts';

type Maps = { [Kind in RecordKind]: Map<string, RecordKinds[Kind]> };

/** Keeps records in memory. */
export class MemoryRecords implements RecordPlace {
  readonly persistent = false;
  #maps: Maps = {
    programs: new Map<string, KeptProgram>(),
    versions: new Map<string, KeptVersion>(),
    steps: new Map<string, KeptStep>(),
    drafts: new Map<string, KeptDraft>(),
  };
  #turn: Promise<unknown> = Promise.resolve();

  transact<T>(work: (records: Records) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const { programs, versions, steps, drafts } = this.#maps;
      const before: Maps = {
        programs: new Map(programs),
        versions: new Map(versions),
        steps: new Map(steps),
        drafts: new Map(drafts),
      };
      try {
        return await work(recordsIn(this.#maps));
      } catch (error) {
        this.#maps = before;
        throw error;
      }
    };
    const result = this.#turn.then(run);
    this.#turn = result.catch(() => {});
    return result;
  }

  async putDraft(draft: KeptDraft): Promise<void> {
    await this.transact((records) => records.put('drafts', draft));
  }
}

const keyOf = (programId: string, number: number): string => JSON.stringify([programId, number]);

function recordsIn(maps: Maps): Records {
  const all = <Kind extends NumberedKind>(kind: Kind, programId: string): RecordKinds[Kind][] =>
    [...maps[kind].values()]
      .filter((record) => record.programId === programId)
      .toSorted((one, other) => one.number - other.number);
  return {
    program: async (id) => maps.programs.get(id),
    programs: async () => [...maps.programs.values()],
    drafts: async () => [...maps.drafts.values()],
    step: async (id, number) => maps.steps.get(keyOf(id, number)),
    versions: async (id) => all('versions', id),
    lastVersion: async (id) => all('versions', id).at(-1),
    put: async (kind, record) => {
      maps[kind].set('number' in record ? keyOf(record.programId, record.number) : record.id, record);
    },
    remove: async (kind, id) => maps[kind].delete(id),
    removeNumbered: async (kind, id, from, to) => {
      for (const { number } of all(kind, id)) {
        if (number >= from && number <= to) maps[kind].delete(keyOf(id, number));
      }
    },
  };
}
