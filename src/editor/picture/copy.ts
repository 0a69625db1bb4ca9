/** Copies a drawing of Blockly with every style that a sheet gives it written into the copy. */

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What is drawn. All other elements (layers for the focus, controls of HTML) are left out. */
const drawn = new Set(['g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'text', 'tspan', 'image']);

/** Attributes that say where and what; none of them can run or load anything. */
const shapes = ['d', 'x', 'y', 'dx', 'dy', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r', 'x1', 'y1', 'x2', 'y2'];
const places = ['points', 'transform'];

/** Styles, with the value that needs no word. */
const styles = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
} as const;
const textStyles = ['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'];

/** Copies what is in a layer. Patterns that it is filled with are put into `svg`, which the copies are meant for. */
export async function copyDrawing(layer: SVGElement, svg: SVGSVGElement): Promise<SVGElement[]> {
  const copier = new Copier(svg);
  const copies = Array.from(layer.children, (child) => copier.copy(child)).filter((copy) => copy !== undefined);
  await copier.finish();
  return copies;
}

class Copier {
  readonly #svg: SVGSVGElement;
  readonly #images: Promise<void>[] = [];
  readonly #patterns = new Map<string, string>();

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  /** Waits for the pictures inside. */
  async finish(): Promise<void> {
    await Promise.all(this.#images);
  }

  copy(element: Element): SVGElement | undefined {
    if (element instanceof SVGForeignObjectElement) return copyWriting(element);
    if (!(element instanceof SVGElement) || !drawn.has(element.localName)) return undefined;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.opacity === '0') return undefined;
    const copy = document.createElementNS(svgNamespace, element.localName);
    for (const name of [...shapes, ...places]) {
      const value = element.getAttribute(name);
      if (value !== null) copy.setAttribute(name, value);
    }
    if (element instanceof SVGGElement) {
      if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
    } else {
      if (style.visibility === 'hidden') return undefined;
      this.#copyStyle(style, copy);
      if (element instanceof SVGImageElement) this.#images.push(copyImage(element, copy));
    }
    if (element instanceof SVGTextContentElement) copyText(element, style, copy);
    else {
      for (const child of element.children) {
        const inner = this.copy(child);
        if (inner) copy.append(inner);
      }
    }
    return copy;
  }

  #copyStyle(style: CSSStyleDeclaration, copy: SVGElement): void {
    for (const [name, usual] of Object.entries(styles)) {
      const value = style.getPropertyValue(name);
      if (value === '' || value === usual) continue;
      const pattern = /url\("?#([^")]+)"?\)/.exec(value)?.[1];
      copy.setAttribute(name, pattern === undefined ? value : this.#pattern(pattern));
    }
  }

  /** Takes a pattern along, under a name of the picture's own. */
  #pattern(id: string): string {
    const known = this.#patterns.get(id);
    if (known !== undefined) return known;
    const original = document.getElementById(id);
    if (!(original instanceof SVGPatternElement)) return 'none';
    const name = `pattern-${this.#patterns.size + 1}`;
    const reference = `url(#${name})`;
    this.#patterns.set(id, reference);
    const pattern = document.createElementNS(svgNamespace, 'pattern');
    pattern.id = name;
    for (const attribute of ['patternUnits', 'patternTransform', 'width', 'height', 'x', 'y']) {
      const value = original.getAttribute(attribute);
      if (value !== null) pattern.setAttribute(attribute, value);
    }
    for (const child of original.children) {
      const inner = this.copy(child);
      if (inner) pattern.append(inner);
    }
    this.#svg.prepend(pattern);
    return reference;
  }
}

/** A text keeps the width that it has here, whatever fonts there are where the picture is looked at. */
function copyText(element: SVGTextContentElement, style: CSSStyleDeclaration, copy: SVGElement): void {
  for (const name of textStyles) copy.setAttribute(name, style.getPropertyValue(name));
  copy.textContent = element.textContent;
  const length = element.getComputedTextLength();
  if (length > 0) {
    copy.setAttribute('textLength', length.toFixed(2));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}

/** A picture is taken along as data. One that cannot be had leaves its place empty. */
async function copyImage(element: SVGImageElement, copy: SVGElement): Promise<void> {
  const { href } = new URL(element.href.baseVal, document.baseURI);
  const data = href.startsWith('data:image/') ? href : await fetchImage(href).catch(() => undefined);
  if (data !== undefined) copy.setAttribute('href', data);
}

async function fetchImage(href: string): Promise<string | undefined> {
  if (new URL(href).origin !== location.origin) return undefined;
  const blob = await (await fetch(href)).blob();
  if (!blob.type.startsWith('image/')) return undefined;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture could not be read.')));
    reader.readAsDataURL(blob);
  });
}

/** Comments are written in fields of HTML; here they are lines of text. */
function copyWriting(element: SVGForeignObjectElement): SVGElement | undefined {
  const field = element.querySelector('textarea');
  if (!field) return undefined;
  const style = getComputedStyle(field);
  const box = { x: element.x.baseVal.value, y: element.y.baseVal.value, width: element.width.baseVal.value };
  const size = Number.parseFloat(style.fontSize);
  const inset = Number.parseFloat(style.paddingLeft) || 4;
  const height = size * 1.3;
  const most = Math.max(1, Math.floor((element.height.baseVal.value - inset) / height));
  const group = document.createElementNS(svgNamespace, 'g');
  wrap(field.value, box.width - 2 * inset, `${style.fontSize} ${style.fontFamily}`)
    .slice(0, most)
    .forEach((line, index) => {
      const text = document.createElementNS(svgNamespace, 'text');
      text.setAttribute('x', String(box.x + inset));
      text.setAttribute('y', String(box.y + inset + size + index * height));
      text.setAttribute('fill', style.color);
      text.setAttribute('font-family', style.fontFamily);
      text.setAttribute('font-size', style.fontSize);
      text.textContent = line;
      group.append(text);
    });
  return group;
}

/** Breaks a text into lines of at most that width. */
function wrap(text: string, width: number, font: string): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return text.split('\n');
  context.font = font;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && context.measureText(longer).width > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}
