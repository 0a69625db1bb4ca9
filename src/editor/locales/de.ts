/** German: what compiler and editor say to a person. */
import type { Sentences } from '../locale.ts';

export const sentences: Sentences = {
  problems: {
    'not-a-program': 'Das ist kein Programm: Ein Programm ist ein JSON-Objekt, wie Blockly es speichert.',
    'newer-version':
      'Dieses Programm wurde in der Formatversion {version} gespeichert; dieser Compiler liest bis Version {newest}.',
    'unknown-version': 'Die Version dieses Programms ist keine Versionsnummer des Programmformats.',
    'unreadable-blocks': 'Die Bausteine dieses Programms sind nicht so gespeichert, wie Blockly sie speichert.',
    'unreadable-variables': 'Die Variablen dieses Programms sind nicht so gespeichert, wie Blockly sie speichert.',
    'not-a-variable': 'Eine Variable dieses Programms hat keinen Namen oder keine ID.',
    'not-a-block': 'Hier steht etwas, das kein Baustein ist: Es hat keinen Typ.',
    'repeated-block': 'Ein Baustein kommt im Programm doppelt vor.',
    'bad-inputs': 'Die Eingänge dieses Bausteins {type} sind nicht lesbar.',
    'unknown-block': 'Ein Baustein vom Typ „{type}“ kann nicht übersetzt werden.',
    'lowering-failed': 'Dieser Baustein {type} konnte nicht übersetzt werden: {reason}',
    'not-a-value': 'Ein Baustein {type} liefert keinen Wert, steht aber an einer Stelle, die einen braucht.',
    'unknown-input': 'Ein Baustein {type} hat hier keinen Eingang „{input}“; dessen Inhalt wird weggelassen.',
    'missing-field': 'Diesem Baustein {type} fehlt das Feld „{field}“.',
    'unknown-field-value': 'Das Feld „{field}“ eines Bausteins {type} kann nicht „{value}“ sein.',
    'unknown-variable': 'Dieser Baustein nennt eine Variable, die es im Programm nicht gibt.',
    'not-in-a-loop': 'Dieser Baustein funktioniert nur in einer Schleife.',
    'unknown-function': 'Es gibt keine Funktion namens „{name}“.',
    'duplicate-function': 'Es gibt mehr als eine Funktion namens „{name}“.',
    'misplaced-function': 'Eine Funktion kann nur für sich allein definiert werden, nicht in anderen Bausteinen.',
    'no-result': 'Die Funktion „{name}“ liefert kein Ergebnis.',
    'not-in-a-function': 'Dieser Baustein funktioniert nur in einer Funktion.',
    'function-never-called': 'Die Funktion „{name}“ wird nie aufgerufen.',
    'empty-result': 'Diese Funktion gibt nichts zurück: Ihr Ergebnis ist leer.',
    'variable-never-set': 'Die Variable „{name}“ wird nie gesetzt.',
    'unused-result': 'Das Ergebnis in „{name}“ wird nie verwendet.',
    'empty-input': 'Ein Eingang dieses Bausteins ist leer.',
    'loose-value': 'Dieser Baustein liefert einen Wert, den nichts verwendet.',
    unreachable: 'Dieser Baustein wird nie erreicht: Der darüber endet hier.',
    'never-evaluated': 'Das wird nie ausgewertet: Was davor steht, entscheidet schon.',
    'takes-a-number': 'Dieser Eingang erwartet eine Zahl und bekommt etwas anderes.',
    'takes-a-list': 'Dieser Eingang erwartet eine Liste und bekommt etwas anderes.',
    'takes-a-date': 'Dieser Eingang erwartet ein Datum und bekommt etwas anderes.',
    'duplicate-property': 'Die Eigenschaft „{name}“ steht zweimal da; die letzte zählt.',
    'not-a-date': '„{text}“ ist kein Datum mit Uhrzeit wie 2027-01-31T09:00.',
    'empty-channel-list': 'Ohne Angabe eines Kanals wird das Gerät für den Standardkanal registriert.',
    'empty-channel': 'Ein Kanalname in der Liste ist leer.',
    'duplicate-channel': 'Der Kanal „{name}“ steht mehrmals in der Liste.',
    'ambiguous-channel':
      'Der Kanalname „{name}“ enthält „{mark}“, womit der Dienst die Kanäle in seiner Antwort trennt. Verwenden Sie einen anderen Namen.',
    'hard-coded-token':
      'Ein Geräte-Token gehört zu einem einzigen Gerät und ändert sich; verwenden Sie statt eines Textes den Baustein „Geräte-Token“.',
    'past-expiration':
      'Dieser Ablauf liegt schon zurück: Der Dienst wird die Registrierung mit dem Fehler 5004 ablehnen.',
  },

  errors: {
    'not-a-program': 'Das ist kein Programm aus Bausteinen.',
    'newer-version':
      'Dieses Programm stammt von einer neueren Version: Es hat das Format {version}, diese Version liest bis {newest}.',
    malformed: 'Dieses Programm ist beschädigt.',
    'unknown-block': 'Dieses Programm enthält einen Baustein, der hier nicht bekannt ist: „{type}“.',
    rejected: 'Die Bausteine dieses Programms passen nicht zusammen.',
    'too-long': 'Dieses Programm hat eine längere Kette von Bausteinen, als die Arbeitsfläche aufnehmen kann.',
  },

  fixes: {
    'remove-duplicate-channel': 'Den doppelten Kanal entfernen',
    'remove-empty-channel': 'Den leeren Kanal entfernen',
    'split-channel': 'In mehrere Kanäle aufteilen',
    'use-device-token': 'Den Baustein „Geräte-Token“ verwenden',
    'expire-in-a-day': 'In einem Tag ablaufen lassen',
    'put-in-a-value': 'Einen Wert einsetzen',
    'remove-earlier-property': 'Die frühere entfernen',
    'print-value': 'Den Wert ausgeben',
    'delete-block': 'Den Baustein löschen',
    'delete-function': 'Die Funktion löschen',
    'delete-unreachable': 'Löschen, was nie erreicht wird',
  },
};
