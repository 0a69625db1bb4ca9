/** Japanese: what compiler and editor say to a person. */
import type { Sentences } from '../locale.ts';

export const sentences: Sentences = {
  problems: {
    'not-a-program': 'これはプログラムではありません。プログラムは Blockly が保存する形式の JSON オブジェクトです。',
    'newer-version':
      'このプログラムは形式バージョン {version} で保存されています。このコンパイラが読めるのはバージョン {newest} までです。',
    'unknown-version': 'このプログラムのバージョンは、プログラム形式のバージョン番号ではありません。',
    'unreadable-blocks': 'このプログラムのブロックは Blockly の保存形式ではありません。',
    'unreadable-variables': 'このプログラムの変数は Blockly の保存形式ではありません。',
    'not-a-variable': 'このプログラムに、名前または ID のない変数があります。',
    'not-a-block': 'ここにブロックではないものがあります。型がありません。',
    'repeated-block': '同じブロックがプログラムに 2 回あります。',
    'bad-inputs': 'この {type} ブロックの入力を読み取れません。',
    'unknown-block': '型「{type}」のブロックはコンパイルできません。',
    'lowering-failed': 'この {type} ブロックをコンパイルできませんでした: {reason}',
    'not-a-value': '{type} ブロックは値を返しませんが、値が必要な場所にあります。',
    'unknown-input': '{type} ブロックにはここに入力「{input}」がありません。中身は省かれます。',
    'missing-field': 'この {type} ブロックにはフィールド「{field}」がありません。',
    'unknown-field-value': '{type} ブロックのフィールド「{field}」を「{value}」にすることはできません。',
    'unknown-variable': 'このブロックが指す変数はプログラムにありません。',
    'not-in-a-loop': 'このブロックはループの中でのみ使えます。',
    'unknown-function': '「{name}」という関数はありません。',
    'duplicate-function': '「{name}」という関数が複数あります。',
    'misplaced-function': '関数はほかのブロックの中ではなく、単独でのみ定義できます。',
    'no-result': '関数「{name}」は結果を返しません。',
    'not-in-a-function': 'このブロックは関数の中でのみ使えます。',
    'function-never-called': '関数「{name}」は一度も呼び出されません。',
    'empty-result': 'この関数は何も返しません。結果が空です。',
    'variable-never-set': '変数「{name}」には一度も値が入りません。',
    'unused-result': '「{name}」の結果は一度も使われません。',
    'empty-input': 'このブロックに空の入力があります。',
    'loose-value': 'このブロックの値はどこでも使われません。',
    unreachable: '上のブロックがここで終わるため、このブロックには到達しません。',
    'never-evaluated': '前の値ですでに決まるため、これは評価されません。',
    'takes-a-number': 'この入力には数値が必要ですが、別のものが渡されます。',
    'takes-a-list': 'この入力にはリストが必要ですが、別のものが渡されます。',
    'takes-a-date': 'この入力には日時が必要ですが、別のものが渡されます。',
    'duplicate-property': 'プロパティ「{name}」が 2 回あります。後のものが使われます。',
    'not-a-date': '「{text}」は 2027-01-31T09:00 のような日時ではありません。',
    'empty-channel-list': 'チャネルを指定しない場合、デバイスはデフォルトチャネルに登録されます。',
    'empty-channel': 'リストに空のチャネル名があります。',
    'duplicate-channel': 'チャネル「{name}」がリストに複数回あります。',
    'ambiguous-channel':
      'チャネル名「{name}」に含まれる「{mark}」は、サービスの応答でチャネルの区切りに使われます。別の名前にしてください。',
    'hard-coded-token':
      'デバイストークンは 1 台のデバイスのもので、変わることがあります。テキストではなく「デバイストークン」ブロックを使ってください。',
    'past-expiration': 'この有効期限はすでに過ぎています。サービスはエラー 5004 で登録を拒否します。',
  },

  errors: {
    'not-a-program': 'これはブロックのプログラムではありません。',
    'newer-version':
      'このプログラムはより新しいバージョンで作られています。形式は {version} ですが、このバージョンで読めるのは {newest} までです。',
    malformed: 'このプログラムは壊れています。',
    'unknown-block': 'このプログラムには、ここにはないブロックがあります: 「{type}」。',
    rejected: 'このプログラムのブロックは組み合わせられません。',
    'too-long': 'このプログラムのブロックの並びは、ワークスペースに収まる長さを超えています。',
  },
};
