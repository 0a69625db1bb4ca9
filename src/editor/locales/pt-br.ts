/** Brazilian Portuguese: what compiler and editor say to a person. */
import type { Sentences } from '../locale.ts';

export const sentences: Sentences = {
  problems: {
    'not-a-program': 'Isto não é um programa: um programa é um objeto JSON como o Blockly o salva.',
    'newer-version':
      'Este programa foi salvo na versão de formato {version}; este compilador lê até a versão {newest}.',
    'unknown-version': 'A versão deste programa não é um número de versão do formato.',
    'unreadable-blocks': 'Os blocos deste programa não estão salvos como o Blockly os salva.',
    'unreadable-variables': 'As variáveis deste programa não estão salvas como o Blockly as salva.',
    'not-a-variable': 'Uma variável deste programa não tem nome ou não tem ID.',
    'not-a-block': 'Há algo aqui que não é um bloco: não tem tipo.',
    'repeated-block': 'Um bloco está duas vezes no programa.',
    'bad-inputs': 'Não é possível ler as entradas deste bloco {type}.',
    'unknown-block': 'Não há como compilar um bloco do tipo “{type}”.',
    'lowering-failed': 'Não foi possível compilar este bloco {type}: {reason}',
    'not-a-value': 'Um bloco {type} não fornece valor, mas está onde um é necessário.',
    'unknown-input': 'Um bloco {type} não tem aqui a entrada “{input}”; o conteúdo dela é omitido.',
    'missing-field': 'Este bloco {type} perdeu o campo “{field}”.',
    'unknown-field-value': 'O campo “{field}” de um bloco {type} não pode ser “{value}”.',
    'unknown-variable': 'Este bloco usa uma variável que o programa não tem.',
    'not-in-a-loop': 'Este bloco só funciona dentro de um laço.',
    'unknown-function': 'Não há função chamada “{name}”.',
    'duplicate-function': 'Há mais de uma função chamada “{name}”.',
    'misplaced-function': 'Uma função só pode ser definida à parte, não dentro de outros blocos.',
    'no-result': 'A função “{name}” não retorna resultado.',
    'not-in-a-function': 'Este bloco só funciona dentro de uma função.',
    'function-never-called': 'A função “{name}” nunca é chamada.',
    'empty-result': 'Esta função não retorna nada: o resultado está vazio.',
    'variable-never-set': 'A variável “{name}” nunca recebe um valor.',
    'unused-result': 'O resultado em “{name}” nunca é usado.',
    'empty-input': 'Uma entrada deste bloco está vazia.',
    'loose-value': 'Este bloco fornece um valor que nada usa.',
    unreachable: 'Este bloco nunca é alcançado: o de cima termina aqui.',
    'never-evaluated': 'Isto nunca é avaliado: o que vem antes já decide.',
    'takes-a-number': 'Esta entrada espera um número e receberá outra coisa.',
    'takes-a-list': 'Esta entrada espera uma lista e receberá outra coisa.',
    'takes-a-date': 'Esta entrada espera uma data e receberá outra coisa.',
    'duplicate-property': 'A propriedade “{name}” aparece duas vezes; vale a última.',
    'not-a-date': '“{text}” não é uma data e hora como 2027-01-31T09:00.',
    'empty-channel-list': 'Sem nenhum canal indicado, o dispositivo usa o canal padrão.',
    'empty-channel': 'Um nome de canal da lista está vazio.',
    'duplicate-channel': 'O canal “{name}” aparece mais de uma vez na lista.',
    'ambiguous-channel':
      'O nome de canal “{name}” contém “{mark}”, que o serviço usa para separar os canais na resposta. Use outro nome.',
    'hard-coded-token':
      'Um token pertence a um único dispositivo e muda; use o bloco “token do dispositivo” em vez de um texto.',
    'past-expiration': 'Esta expiração já passou: o serviço recusará o registro com o erro 5004.',
  },

  errors: {
    'not-a-program': 'Isto não é um programa de blocos.',
    'newer-version':
      'Este programa foi feito com uma versão mais nova: o formato dele é {version} e esta versão lê até {newest}.',
    malformed: 'Este programa está danificado.',
    'unknown-block': 'Este programa tem um bloco que não é conhecido aqui: “{type}”.',
    rejected: 'Os blocos deste programa não se encaixam.',
    'too-long': 'Este programa tem uma cadeia de blocos maior do que a área de trabalho comporta.',
  },
};
