export async function main(): Promise<void> {
  const topics = ["ads", "news"];
  const sizes = [1, 2];
  console.log(topics.includes("ads"));
  console.log(!topics.includes("ads"));
  console.log(topics.includes("ads"));
  console.log(!topics.includes("ads"));
  console.log(topics.indexOf("ads") > 0);
  console.log(sizes.indexOf(2) === -1);
  console.log(-1 < sizes.indexOf(2));
  console.log("hello".includes("l"));
}
