using Twin.Silo.Commands;

return await TwinCommand.RunAsync(args);
