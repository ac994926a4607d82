namespace Twin.Model.Districts;

/// <summary>How many of each age group are housebound or without a phone: a total by age groups in proportion to their risk.</summary>
internal static class AttributeQuota
{
    /// <summary>Risk to be housebound beside an adult's, by <see cref="AgeGroup"/>. An estimate; a child is carried.</summary>
    private static readonly double[] HouseboundRisk = [0, 1, 4, 20];

    /// <summary>Risk to have no phone that shows a code beside an adult's, by <see cref="AgeGroup"/>. An estimate.</summary>
    private static readonly double[] NoPhoneRisk = [8, 1, 8, 16];

    /// <summary>Urns of <see cref="ResidentFlags"/> for each age group.</summary>
    /// <param name="people">People of each age group.</param>
    /// <param name="housebound">Housebound people in all.</param>
    /// <param name="noPhone">People without a phone in all.</param>
    public static Urn[] Urns(int[] people, int housebound, int noPhone)
    {
        int[] bound = ByRisk(people, housebound, HouseboundRisk);
        int[] without = ByRisk(people, noPhone, NoPhoneRisk);
        Urn[] urns = new Urn[people.Length];
        for (int group = 0; group < urns.Length; group++)
        {
            int both = people[group] == 0 ? 0 : (int)Math.Round((double)bound[group] * without[group] / people[group], MidpointRounding.ToEven);
            both = Math.Max(both, bound[group] + without[group] - people[group]);
            urns[group] = new Urn(people[group] - bound[group] - without[group] + both, bound[group] - both, without[group] - both, both);
        }

        return urns;
    }

    /// <summary>Shares a total by people × risk, none above its people; what a full group cannot take goes to the others.</summary>
    private static int[] ByRisk(int[] people, int total, double[] risk)
    {
        int[] shares = new int[people.Length];
        bool anyRisk = true;
        for (int left = total; left > 0;)
        {
            double[] weights = new double[people.Length];
            double sum = 0;
            for (int group = 0; group < weights.Length; group++)
            {
                weights[group] = (people[group] - shares[group]) * (anyRisk ? risk[group] : 1);
                sum += weights[group];
            }

            if (sum == 0)
            {
                anyRisk = false;
                continue;
            }

            int[] more = Apportionment.Share(left, weights, 0);
            for (int group = 0; group < shares.Length; group++)
            {
                int taken = Math.Min(more[group], people[group] - shares[group]);
                shares[group] += taken;
                left -= taken;
            }
        }

        return shares;
    }
}
