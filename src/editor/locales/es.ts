/** Spanish: what compiler and editor say to a person. */
import type { Sentences } from '../locale.ts';

export const sentences: Sentences = {
  problems: {
    'not-a-program': 'Esto no es un programa: un programa es un objeto JSON tal como lo guarda Blockly.',
    'newer-version':
      'Este programa se guardó con la versión de formato {version}; este compilador lee hasta la versión {newest}.',
    'unknown-version': 'La versión de este programa no es un número de versión del formato.',
    'unreadable-blocks': 'Los bloques de este programa no están guardados como los guarda Blockly.',
    'unreadable-variables': 'Las variables de este programa no están guardadas como las guarda Blockly.',
    'not-a-variable': 'Una variable de este programa no tiene nombre o no tiene ID.',
    'not-a-block': 'Aquí hay algo que no es un bloque: no tiene tipo.',
    'repeated-block': 'Un bloque está dos veces en el programa.',
    'bad-inputs': 'No se pueden leer las entradas de este bloque {type}.',
    'unknown-block': 'No hay forma de compilar un bloque de tipo «{type}».',
    'lowering-failed': 'No se pudo compilar este bloque {type}: {reason}',
    'not-a-value': 'Un bloque {type} no da ningún valor, pero está donde se necesita uno.',
    'unknown-input': 'Un bloque {type} no tiene aquí la entrada «{input}»; su contenido se omite.',
    'missing-field': 'Este bloque {type} ha perdido su campo «{field}».',
    'unknown-field-value': 'El campo «{field}» de un bloque {type} no puede ser «{value}».',
    'unknown-variable': 'Este bloque nombra una variable que el programa no tiene.',
    'not-in-a-loop': 'Este bloque solo funciona dentro de un bucle.',
    'unknown-function': 'No hay ninguna función llamada «{name}».',
    'duplicate-function': 'Hay más de una función llamada «{name}».',
    'misplaced-function': 'Una función solo se puede definir por separado, no dentro de otros bloques.',
    'no-result': 'La función «{name}» no devuelve ningún resultado.',
    'not-in-a-function': 'Este bloque solo funciona dentro de una función.',
    'function-never-called': 'La función «{name}» no se llama nunca.',
    'empty-result': 'Esta función no devuelve nada: su resultado está vacío.',
    'variable-never-set': 'A la variable «{name}» nunca se le asigna un valor.',
    'unused-result': 'El resultado en «{name}» no se usa nunca.',
    'empty-input': 'Una entrada de este bloque está vacía.',
    'loose-value': 'Este bloque da un valor que nadie usa.',
    unreachable: 'Nunca se llega a este bloque: el de arriba termina aquí.',
    'never-evaluated': 'Esto no se evalúa nunca: lo anterior ya decide.',
    'takes-a-number': 'Esta entrada espera un número y recibirá otra cosa.',
    'takes-a-list': 'Esta entrada espera una lista y recibirá otra cosa.',
    'takes-a-date': 'Esta entrada espera una fecha y recibirá otra cosa.',
    'duplicate-property': 'La propiedad «{name}» aparece dos veces; cuenta la última.',
    'not-a-date': '«{text}» no es una fecha y hora como 2027-01-31T09:00.',
    'empty-channel-list': 'Si no se indica ningún canal, el dispositivo usa el canal predeterminado.',
    'empty-channel': 'Un nombre de canal de la lista está vacío.',
    'duplicate-channel': 'El canal «{name}» aparece más de una vez en la lista.',
    'ambiguous-channel':
      'El nombre de canal «{name}» contiene «{mark}», que el servicio usa para separar los canales en su respuesta. Usa otro nombre.',
    'hard-coded-token':
      'Un token pertenece a un solo dispositivo y cambia; usa el bloque «token del dispositivo» en lugar de un texto.',
    'past-expiration': 'Este vencimiento ya pasó: el servicio rechazará el registro con el error 5004.',
  },

  errors: {
    'not-a-program': 'Esto no es un programa de bloques.',
    'newer-version':
      'Este programa se creó con una versión más reciente: su formato es {version} y esta versión lee hasta {newest}.',
    malformed: 'Este programa está dañado.',
    'unknown-block': 'Este programa tiene un bloque que aquí no se conoce: «{type}».',
    rejected: 'Los bloques de este programa no encajan entre sí.',
    'too-long': 'Este programa tiene una cadena de bloques más larga de lo que admite el área de trabajo.',
  },
};
