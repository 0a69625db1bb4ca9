/** French: what compiler and editor say to a person. */
import type { Sentences } from '../locale.ts';

export const sentences: Sentences = {
  problems: {
    'not-a-program': 'Ceci n’est pas un programme : un programme est un objet JSON tel que Blockly l’enregistre.',
    'newer-version':
      'Ce programme a été enregistré au format version {version} ; ce compilateur lit jusqu’à la version {newest}.',
    'unknown-version': 'La version de ce programme n’est pas un numéro de version du format.',
    'unreadable-blocks': 'Les blocs de ce programme ne sont pas enregistrés comme Blockly les enregistre.',
    'unreadable-variables': 'Les variables de ce programme ne sont pas enregistrées comme Blockly les enregistre.',
    'not-a-variable': 'Une variable de ce programme n’a pas de nom ou pas d’ID.',
    'not-a-block': 'Ceci n’est pas un bloc : il n’a pas de type.',
    'repeated-block': 'Un bloc figure deux fois dans le programme.',
    'bad-inputs': 'Les entrées de ce bloc {type} sont illisibles.',
    'unknown-block': 'Impossible de compiler un bloc de type « {type} ».',
    'lowering-failed': 'Ce bloc {type} n’a pas pu être compilé : {reason}',
    'not-a-value': 'Un bloc {type} ne donne pas de valeur, mais se trouve là où il en faut une.',
    'unknown-input': 'Un bloc {type} n’a pas d’entrée « {input} » ici ; son contenu est ignoré.',
    'missing-field': 'Ce bloc {type} a perdu son champ « {field} ».',
    'unknown-field-value': 'Le champ « {field} » d’un bloc {type} ne peut pas être « {value} ».',
    'unknown-variable': 'Ce bloc nomme une variable que le programme n’a pas.',
    'not-in-a-loop': 'Ce bloc ne fonctionne que dans une boucle.',
    'unknown-function': 'Il n’y a pas de fonction nommée « {name} ».',
    'duplicate-function': 'Il y a plusieurs fonctions nommées « {name} ».',
    'misplaced-function': 'Une fonction ne peut être définie qu’à part, pas dans d’autres blocs.',
    'no-result': 'La fonction « {name} » ne renvoie pas de résultat.',
    'not-in-a-function': 'Ce bloc ne fonctionne que dans une fonction.',
    'function-never-called': 'La fonction « {name} » n’est jamais appelée.',
    'empty-result': 'Cette fonction ne renvoie rien : son résultat est vide.',
    'variable-never-set': 'La variable « {name} » n’est jamais définie.',
    'unused-result': 'Le résultat dans « {name} » n’est jamais utilisé.',
    'empty-input': 'Une entrée de ce bloc est vide.',
    'loose-value': 'Ce bloc donne une valeur que rien n’utilise.',
    unreachable: 'Ce bloc n’est jamais atteint : celui du dessus s’arrête ici.',
    'never-evaluated': 'Ceci n’est jamais évalué : ce qui précède décide déjà.',
    'takes-a-number': 'Cette entrée attend un nombre et recevra autre chose.',
    'takes-a-list': 'Cette entrée attend une liste et recevra autre chose.',
    'takes-a-date': 'Cette entrée attend une date et recevra autre chose.',
    'duplicate-property': 'La propriété « {name} » figure deux fois ; la dernière l’emporte.',
    'not-a-date': '« {text} » n’est pas une date et heure comme 2027-01-31T09:00.',
    'empty-channel-list': 'Sans canal indiqué, l’appareil utilise le canal par défaut.',
    'empty-channel': 'Un nom de canal de la liste est vide.',
    'duplicate-channel': 'Le canal « {name} » figure plusieurs fois dans la liste.',
    'ambiguous-channel':
      'Le nom de canal « {name} » contient « {mark} », par quoi le service sépare les canaux dans sa réponse. Utilisez un autre nom.',
    'hard-coded-token':
      'Un jeton appartient à un seul appareil et change ; utilisez le bloc « jeton de l’appareil » au lieu d’un texte.',
    'past-expiration': 'Cette expiration est déjà passée : le service refusera l’enregistrement avec l’erreur 5004.',
  },

  errors: {
    'not-a-program': 'Ceci n’est pas un programme de blocs.',
    'newer-version':
      'Ce programme vient d’une version plus récente : son format est {version}, et cette version lit jusqu’à {newest}.',
    malformed: 'Ce programme est endommagé.',
    'unknown-block': 'Ce programme contient un bloc inconnu ici : « {type} ».',
    rejected: 'Les blocs de ce programme ne s’emboîtent pas.',
    'too-long': 'Ce programme contient une chaîne de blocs plus longue que ce que l’espace de travail peut accueillir.',
  },
};
