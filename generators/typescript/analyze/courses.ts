import type { Variable } from '../lower/entities.ts';
import { PersistentMap } from './persistent-map.ts';

/** What has become of variables at a point. */
export class Course {
  /** Nothing yet. */
  static readonly start = new Course(new PersistentMap(), new PersistentMap());

  private constructor(
    /** By the number of a variable, the kinds that it was given, and may have still. */
    private readonly given: PersistentMap<number>,
    /** The kinds that it may have had before, and has no more. */
    private readonly lost: PersistentMap<number>,
  ) {}

  /** What has become of them where two ways meet; undefined is one that is never gone. */
  static either(one: Course | undefined, other: Course | undefined): Course | undefined {
    if (!one || !other || one === other) return one ?? other;
    return new Course(
      one.given.onEither(other.given, (kinds, others) => kinds | others),
      one.lost.onBoth(other.lost, (kinds, others) => kinds & others || undefined),
    );
  }

  givenTo({ number }: Variable): number {
    return this.given.get(number) ?? 0;
  }

  /** The variable may have been given these kinds too. */
  adding(variable: Variable, kinds: number): Course {
    return this.become(variable, this.givenTo(variable) | kinds, this.lostBy(variable));
  }

  /** The variable has been given these kinds, and has none that it had. */
  setting(variable: Variable, kinds: number): Course {
    return this.become(variable, kinds, ~0);
  }

  /** The variable has none of these kinds. */
  leaving(variable: Variable, kinds: number): Course {
    return this.become(variable, this.givenTo(variable) & ~kinds, this.lostBy(variable) | kinds);
  }

  /** What becomes of these variables, and of no others, behind this. */
  followedBy(next: Course, touched: ReadonlySet<Variable>): Course {
    if (this.given.isEmpty && this.lost.isEmpty) return next;
    let all: Course = this;
    for (const variable of touched) {
      const lost = next.lostBy(variable);
      const given = next.givenTo(variable) | (this.givenTo(variable) & ~lost);
      all = all.become(variable, given, this.lostBy(variable) | lost);
    }
    return all;
  }

  isLike(other: Course): boolean {
    const isSame = (kinds: number, others: number): boolean => kinds === others;
    return this.given.isLike(other.given, isSame) && this.lost.isLike(other.lost, isSame);
  }

  private lostBy({ number }: Variable): number {
    return this.lost.get(number) ?? 0;
  }

  private become({ number }: Variable, given: number, lost: number): Course {
    return new Course(this.given.with(number, given || undefined), this.lost.with(number, lost || undefined));
  }
}

/** What becomes of variables in statements, at each of their ends; undefined where that is never reached. */
export class Courses {
  breaks: Course | undefined;
  continues: Course | undefined;
  /** The kinds that they are given anywhere. */
  readonly thrown = new Map<Variable, number>();
  /** All of which something becomes. */
  readonly touched = new Set<Variable>();

  constructor(public end: Course | undefined) {}

  set(variable: Variable, kinds: number): void {
    if (!this.end) return;
    this.end = this.end.setting(variable, kinds);
    this.touched.add(variable);
    this.thrown.set(variable, kinds | (this.thrown.get(variable) ?? 0));
  }

  leaving(now: Course | undefined, variable: Variable | undefined, kinds: number): Course | undefined {
    if (!now || !variable) return now;
    this.touched.add(variable);
    return now.leaving(variable, kinds);
  }

  /** Goes on with other statements. */
  follow(next: Courses): void {
    const { end, touched } = this;
    if (!end) return;
    for (const variable of next.touched) touched.add(variable);
    const behind = (course: Course | undefined) => course && end.followedBy(course, next.touched);
    this.breaks = Course.either(this.breaks, behind(next.breaks));
    this.continues = Course.either(this.continues, behind(next.continues));
    this.end = behind(next.end);
    this.note(next);
  }

  /** Takes over what is given to variables in other statements. */
  note(other: Courses): void {
    for (const variable of other.touched) this.touched.add(variable);
    for (const [variable, kinds] of other.thrown) this.thrown.set(variable, kinds | (this.thrown.get(variable) ?? 0));
  }

  isLike(other: Courses): boolean {
    const { end, continues, thrown } = this;
    const isSame = (one: Course | undefined, two: Course | undefined): boolean =>
      one === two || (one && two?.isLike(one)) === true;
    if (!isSame(end, other.end) || !isSame(continues, other.continues) || thrown.size !== other.thrown.size)
      return false;
    return [...thrown].every(([variable, kinds]) => other.thrown.get(variable) === kinds);
  }
}
