declare const deviceToken: string;

console.log(deviceToken);
