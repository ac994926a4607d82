using Twin.Page.Tests.Browsing;

// One page at a time: a browser without a graphics card and a server share the few cores that there are.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Chromium))]
